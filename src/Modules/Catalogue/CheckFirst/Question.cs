using Parelmuur.Organisations;

namespace Parelmuur.Catalogue.CheckFirst;

/// <summary>What the form of <c>_Question.cshtml</c> shows.</summary>
/// <param name="Text">What was asked before, if anything.</param>
/// <param name="Municipality">Whose plan it is.</param>
/// <param name="Label">Above the text area, Dutch.</param>
/// <param name="Hint">What helps to answer, Dutch.</param>
/// <param name="Button">On the button, in the reader's language.</param>
/// <param name="Main">Whether it is the main act of the page.</param>
internal sealed record Question(string? Text, MunicipalityCode? Municipality, string Label, string Hint, string Button, bool Main);
