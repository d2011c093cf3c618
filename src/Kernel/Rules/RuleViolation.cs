namespace Parelmuur.Kernel.Rules;

/// <summary>A rule of the domain does not allow this change.</summary>
/// <remarks>
/// Thrown by entities and actions, translated in one place: a page shows it beside the field with everything that was
/// typed (400), the API answers 422 with problem+json.
/// </remarks>
public sealed class RuleViolation : Exception
{
    /// <param name="field">The form field it belongs to, or an empty string for the whole form.</param>
    /// <param name="message">Plain Dutch that says what to do: "Vul een titel in".</param>
    public RuleViolation(string field, string message)
        : base(message) => Field = field;

    /// <summary>The form field it belongs to, or an empty string for the whole form.</summary>
    public string Field { get; }
}
