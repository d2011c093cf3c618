namespace Parelmuur.Kernel.Ledger;

/// <summary>How an event is told to people who read the ledger: "Oplossing gedeeld". Its English stands in the room's texts.</summary>
/// <param name="dutch">What happened, in a few words, without who did it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ToldAttribute(string dutch) : Attribute
{
    /// <summary>The words, which are also the key of their translation.</summary>
    public string Dutch => dutch;
}
