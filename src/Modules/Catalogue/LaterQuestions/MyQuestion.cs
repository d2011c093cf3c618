using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;
using Parelmuur.Accounts;
using Parelmuur.Kernel.People;

namespace Parelmuur.Catalogue.LaterQuestions;

/// <summary>"Eén vraag over jouw pareltje" on the personal page.</summary>
internal sealed class MyQuestion(ChooseQuestion questions) : IPersonalSection
{
    /// <inheritdoc/>
    public int Order => 18;

    /// <inheritdoc/>
    public async Task<PersonalSection?> ForAsync(CurrentPerson person, CancellationToken cancellation) =>
        await questions.ForAsync(person, about: null, cancellation) is { } question
            ? new("/LaterQuestions/_Question.cshtml", question) : null;
}

/// <summary>What later questions add to the room.</summary>
internal static class LaterQuestionPages
{
    public static IServiceCollection AddLaterQuestions(this IServiceCollection services) => services
        .AddScoped<ChooseQuestion>()
        .AddScoped<IPersonalSection, MyQuestion>();

    public static void Add(PageConventionCollection pages) => pages.AuthorizeFolder("/LaterQuestions", CataloguePolicies.Steward);
}
