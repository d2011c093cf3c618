using Parelmuur.Kernel.People;
using Parelmuur.Organisations;

namespace Parelmuur.Adoption.Uses;

/// <summary>What is stated of one solution, each organisation once, and what that comes to: a joint body uses it for its members.</summary>
internal sealed class StatedUses
{
    private readonly IReadOnlyList<UserOf> users, hidden;
    private readonly IReadOnlySet<OrganisationId> apart;

    /// <param name="users">Who uses or plans it.</param>
    /// <param name="hidden">The same of who hides it.</param>
    /// <param name="apart">Who itself said that it does not use it, or no longer.</param>
    /// <param name="members">Who takes part in which joint body.</param>
    public StatedUses(
        IReadOnlyList<UserOf> users, IReadOnlyList<UserOf> hidden, IReadOnlySet<OrganisationId> apart, JointBodyMembers members)
    {
        (this.users, this.hidden, this.apart) = (users, hidden, apart);
        Users = IsVia(members) ? Tell(members) : new(users, hidden);
    }

    /// <summary>Everyone who counts.</summary>
    public UsersOfSolution Users { get; }

    /// <summary>The same, or another when something changed by itself: a confirmation lapsed, a municipality joined a joint body.</summary>
    public StatedUses On(DateOnly today, JointBodyMembers members, JointBodyMembers before)
    {
        var lapsed = users.Concat(hidden).Any(user => user.Proof != UseProof.Of(user.ConfirmedOn, today));
        return lapsed || IsVia(members) || IsVia(before) ? new(AsOf(users, today), AsOf(hidden, today), apart, members) : this;
    }

    private bool IsVia(JointBodyMembers members) => users.Concat(hidden).Any(user => members.Has(user.User));

    private UsersOfSolution Tell(JointBodyMembers members)
    {
        var all = users.Select(use => (Use: use, Hidden: false)).Concat(hidden.Select(use => (Use: use, Hidden: true))).ToList();
        var own = all.Where(each => !members.Has(each.Use.User)).ToDictionary(each => each.Use.User);
        var via = from each in all
            from member in members.Of(each.Use.User)
            where !apart.Contains(member.Municipality)
            group (Use: Through(each.Use, member), each.Hidden) by member.Municipality;
        foreach (var ofOne in via)
        {
            var use = ofOne.Select(each => each.Use).OrderByDescending(each => each.ConfirmedOn).ThenByDescending(each => each.ClaimedOn).ThenBy(each => each.Via!.Value.Value).First();
            // What is hidden in one place is hidden.
            var hides = ofOne.Any(each => each.Hidden);
            if (!own.TryGetValue(ofOne.Key, out var known))
                own[ofOne.Key] = (use, hides);
            // The user itself goes first, and then who is surest: nobody's claim overrules what the joint body confirmed.
            else if (known.Use.ConfirmedOn is null && use.ConfirmedOn is not null)
                own[ofOne.Key] = (use, hides || known.Hidden);
        }

        var shown = own.Values.ToLookup(each => each.Hidden, each => each.Use);
        return new(shown[false].ToArray(), shown[true].ToArray());
    }

    // Nobody uses it through a joint body before it took part in it.
    private static UserOf Through(UserOf use, TakesPart member) =>
        use with { User = member.Municipality, Via = member.JointBody, Since = use.Since < member.From ? member.From : use.Since };

    private static UserOf[] AsOf(IReadOnlyList<UserOf> users, DateOnly today) =>
        [.. users.Select(user => user with { Proof = UseProof.Of(user.ConfirmedOn, today) })];
}
