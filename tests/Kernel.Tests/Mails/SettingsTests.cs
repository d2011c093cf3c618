using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Parelmuur.Kernel.Mails;

namespace Parelmuur.Kernel.Tests.Mails;

public sealed class SettingsTests
{
    [Fact]
    public void Settings_WithNothing_GoToAFolderBesideTheDatabase()
    {
        var settings = Read("ConnectionStrings:Parelmuur=Data Source=ergens/parelmuur.db");

        Assert.True(settings.GoesToFolder);
        Assert.Equal(Path.GetFullPath("ergens/mail"), settings.Folder);
    }

    [Fact]
    public void Settings_OnPostgres_GoToTheDataFolder() =>
        Assert.Equal(Path.GetFullPath("data/mail"), Read("ConnectionStrings:Parelmuur=Host=db;Database=parelmuur").Folder);

    [Fact]
    public void Settings_WithAPassword_AreSecretOnTheWay()
    {
        var settings = Read("Mail:Host=mail", "Mail:From=muur@gemeente.nl", "Mail:User=muur", "Mail:Password=geheim");

        Assert.False(settings.GoesToFolder);
        Assert.Equal((true, 587), (settings.StartTls, settings.Port));
    }

    [Fact]
    public void Settings_WithoutAPassword_AreForAServerNearby()
    {
        var settings = Read("Mail:Host=mail", "Mail:From=muur@gemeente.nl");

        Assert.Equal((false, 25), (settings.StartTls, settings.Port));
    }

    [Theory]
    [InlineData("Stel Mail:From in", "Mail:Host=mail")]
    [InlineData("Mail:From is geen e-mailadres", "Mail:Host=mail", "Mail:From=muur")]
    [InlineData("Mail:User en Mail:Password horen bij elkaar", "Mail:Host=mail", "Mail:From=muur@gemeente.nl", "Mail:User=muur")]
    [InlineData("Mail:Port is geen poort", "Mail:Port=smtp")]
    [InlineData("Mail:Port is geen poort", "Mail:Port=70000")]
    [InlineData("Mail:StartTls", "Mail:StartTls=ja")]
    public void Settings_Wrong_SayWhatToDo(string message, params string[] settings)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.Contains(message, Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    private static MailSettings Read(params string[] settings) => MailSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2))
            .Select(setting => KeyValuePair.Create(setting[0], (string?)setting[1]))).Build());
}
