using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Solutions;

/// <content>The parts that a writer, an import or a sample can fill in.</content>
internal sealed partial class Solution
{
    /// <summary>Everything that can be written, as it is now.</summary>
    public SolutionContent Content() => new()
    {
        Title = Title,
        Promise = Promise,
        Problem = Problem,
        WhatWeDid = WhatWeDid,
        Result = Result,
        ForWhom = ForWhom,
        Kind = Kind,
        Themes = Themes,
        Tasks = Tasks,
        Laws = Laws,
        Effort = Effort,
        OneOffCost = OneOffCost,
        YearlyCost = YearlyCost,
        Requirements = Requirements,
        ScaleType = ScaleType,
        Accessibility = Accessibility,
        NonDigital = NonDigital,
        DataFreedom = DataFreedom,
        Licence = Licence,
        Origin = Origin,
        OriginYear = OriginYear,
        BuildHours = BuildHours,
        Steward = Steward,
        Deputy = Deputy,
        Mailbox = Mailbox,
        Links = Links,
        Figures = Figures,
        Attachments = Attachments,
    };

    // Calls apply for each part that differs, so that the caller decides whether it may change and hears what did.
    private void Write(SolutionContent content, Action<string, Action> apply)
    {
        Require(content.Title.Length is > 0 and <= TitleLength, nameof(Title), "Vul een titel in van hoogstens 80 tekens.");
        Require(content.Promise.Length <= PromiseLength, nameof(Promise), "Maak de belofte korter: hoogstens 160 tekens.");
        Set(nameof(Title), Title, content.Title, value => (Title, SortTitle) = (value, Fold.SortKey(value)));
        Set(nameof(Promise), Promise, content.Promise, value => Promise = value);
        Set(nameof(Problem), Problem, content.Problem, value => Problem = value);
        Set(nameof(WhatWeDid), WhatWeDid, content.WhatWeDid, value => WhatWeDid = value);
        Set(nameof(Result), Result, content.Result, value => Result = value);
        Set(nameof(ForWhom), ForWhom, content.ForWhom, value => ForWhom = value);
        Set(nameof(Kind), Kind, content.Kind, value => Kind = value);
        SetList(nameof(Themes), Themes, content.Themes, value => Themes = value);
        SetList(nameof(Tasks), Tasks, content.Tasks, value => Tasks = value);
        SetList(nameof(Laws), Laws, content.Laws, value => Laws = value);
        Set(nameof(Effort), Effort, content.Effort, value => Effort = value);
        Set(nameof(OneOffCost), OneOffCost, content.OneOffCost, value => OneOffCost = value);
        Set(nameof(YearlyCost), YearlyCost, content.YearlyCost, value => YearlyCost = value);
        Set(nameof(Requirements), Requirements, content.Requirements, value => Requirements = value);
        Set(nameof(ScaleType), ScaleType, content.ScaleType, value => ScaleType = value);
        Set(nameof(Accessibility), Accessibility, content.Accessibility, value => Accessibility = value);
        Set(nameof(NonDigital), NonDigital, content.NonDigital, value => NonDigital = value);
        Set(nameof(DataFreedom), DataFreedom, content.DataFreedom, value => DataFreedom = value);
        Set(nameof(Licence), Licence, content.Licence, value => Licence = value);
        Set(nameof(Origin), Origin, content.Origin, value => Origin = value);
        Set(nameof(OriginYear), OriginYear, content.OriginYear, value => OriginYear = value);
        Set(nameof(BuildHours), BuildHours, content.BuildHours, value => BuildHours = value);
        Set(nameof(Steward), Steward, content.Steward, value => Steward = value);
        Set(nameof(Deputy), Deputy, content.Deputy, value => Deputy = value);
        Set(nameof(Mailbox), Mailbox, content.Mailbox, value => Mailbox = value);
        SetList(nameof(Links), Links, content.Links, value => Links = value);
        SetList(nameof(Figures), Figures, content.Figures, value => Figures = value);
        SetList(nameof(Attachments), Attachments, content.Attachments ?? Attachments, value => Attachments = value);

        void Set<T>(string field, T now, T wanted, Action<T> assign)
        {
            if (!EqualityComparer<T>.Default.Equals(now, wanted))
                apply(field, () => assign(wanted));
        }

        void SetList<T>(string field, IReadOnlyList<T> now, IReadOnlyList<T> wanted, Action<IReadOnlyList<T>> assign)
        {
            if (!now.SequenceEqual(wanted))
                apply(field, () => assign(wanted));
        }
    }
}
