using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Parelmuur.Accounts.Tests.Passwords;

/// <summary>Asking for a new password.</summary>
public sealed class ForgottenPageTests
{
    [Theory, OnEachDatabase]
    public async Task Post_AgainAndAgain_MailsThreeTimesAnHour_AndAnswersTheSame(DatabaseKind kind)
    {
        await using var site = await ParelmuurApp.StartAsync(kind, withSamples: false);
        var person = await site.PersonAsync();
        using var visitor = site.Visit();
        HashSet<string> answers = [];

        for (var post = 0; post < 5; post++)
            answers.Add(await AskAsync("/wachtwoord-vergeten", "Stuur mij de link", ("Form.Email", person.Email)));
        Assert.Contains("Kijk in je mail", Assert.Single(answers), StringComparison.Ordinal);
        Assert.Equal(3, await MailsAsync());

        // Another kind of mail has a count of its own.
        for (var post = 0; post < 5; post++)
        {
            await AskAsync(
                "/account-maken", "Maak mijn account", ("Form.FullName", "Iemand Anders"), ("Form.Email", person.Email), ("Form.Password", NewPeople.Password));
        }

        Assert.Equal(6, await MailsAsync());

        await using (var scope = site.Services.CreateAsyncScope())
        {
            var anHourAgo = TimeProvider.System.GetUtcNow().AddHours(-1).UtcDateTime;
            await scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.ExecuteSqlAsync($"UPDATE kernel_mails SET queued = {anHourAgo}");
        }

        await AskAsync("/wachtwoord-vergeten", "Stuur mij de link", ("Form.Email", person.Email));
        Assert.Equal(7, await MailsAsync());

        async Task<string> AskAsync(string path, string button, params (string, string)[] fields) =>
            (await visitor.SubmitAsync(path, button, fields)).QuerySelector("main")!.TextContent;

        async Task<long> MailsAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<AccountsDb>().Database
                .SqlQuery<long>($"""SELECT COUNT(*) AS "Value" FROM kernel_mails WHERE "to" = {person.Email}""").SingleAsync();
        }
    }
}
