using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.Solutions;

/// <content>How a solution is taken up in another that is the same thing, and gets loose again.</content>
internal sealed partial class Solution
{
    /// <summary>The solution in which it was taken up.</summary>
    public SolutionId? MergedInto { get; private set; }

    /// <summary>Is taken up in another. Its own address becomes free for that one.</summary>
    public void MergeInto(Solution other)
    {
        Require(other.Id != Id, "", "Kies twee verschillende oplossingen.");
        Require(other.Status is SolutionStatus.Published or SolutionStatus.Unconfirmed, "", "Wat overblijft, moet op de muur staan.");
        Require(Status is not (SolutionStatus.Draft or SolutionStatus.Merged), "", "Dit is al samengevoegd, of nog niet gedeeld.");
        Require(IsSample == other.IsSample, "", "Een verzonnen voorbeeld en een echte oplossing gaan niet samen.");
        (Status, MergedInto, Slug) = (SolutionStatus.Merged, other.Id, $"samengevoegd-{Id.Value:N}");
        MarkBoth(other);
    }

    /// <summary>Stands by itself again, at its address and as it was.</summary>
    public void GetLooseFrom(Solution other, SolutionStatus status, string slug)
    {
        (Status, MergedInto, Slug) = (status, null, slug);
        MarkBoth(other);
    }

    /// <summary>Takes over what stood elsewhere: parts of another, or a former version. An import never touches them again.</summary>
    /// <remarks>What was imported may lack a promise; a person who writes must fill it in, but taking back a change needs no more.</remarks>
    /// <returns>The names of what changed.</returns>
    public IReadOnlyList<string> TakeOver(SolutionContent content)
    {
        var changed = new List<string>();
        Write(content, (field, change) =>
        {
            change();
            changed.Add(field);
        });
        WrittenByPeople = [.. WrittenByPeople.Union(changed, StringComparer.Ordinal)];
        Version += changed.Count > 0 ? 1 : 0;
        return changed;
    }

    /// <summary>Takes over who looks after another, when nobody looks after this one.</summary>
    /// <returns>Whether it did.</returns>
    public bool TakeStewardOf(Solution other)
    {
        if (Steward is not null || StewardPerson is not null || (other.Steward is null && other.StewardPerson is null))
            return false;
        (Steward, StewardPerson, WantedSince) = (other.Steward, other.StewardPerson, null);
        MarkPeople();
        return true;
    }

    /// <summary>Gives back who looked after another, unless somebody else does by now.</summary>
    public void GiveBackStewardOf(Solution other)
    {
        if (Steward != other.Steward || StewardPerson != other.StewardPerson)
            return;
        (Steward, StewardPerson) = (null, null);
        MarkPeople();
    }

    // Both change, so that of two who merge them the other way round at the same moment only one can.
    private void MarkBoth(Solution other) => (Version, other.Version) = (Version + 1, other.Version + 1);
}
