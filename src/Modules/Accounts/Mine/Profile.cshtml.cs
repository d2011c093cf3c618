using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.Security;
using Parelmuur.Design;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Accounts.Mine;

/// <summary>Name, language of mails, and how often they come.</summary>
internal sealed class ProfileModel(UserManager<Person> people, ProveIdentity prove, Words words) : FormPage
{
    [BindProperty]
    public ProfileForm Form { get; set; } = new();

    public IReadOnlyList<Choice> Languages { get; } = [new("nl", "Nederlands"), new("en", "Engels")];

    public IReadOnlyList<Choice> Rhythms { get; } =
    [
        new(nameof(MailRhythm.Direct), "Meteen", "Binnen een paar minuten. Wat samen gebeurt, komt in één mail."),
        new(nameof(MailRhythm.Daily), "Eén keer per dag", "Om zeven uur, met alles van die dag in één mail."),
        new(nameof(MailRhythm.Weekly), "Eén keer per week", "Op maandag om zeven uur, met alles van die week in één mail."),
        new(nameof(MailRhythm.Never), "Nooit", "Je ziet vragen en berichten alleen op deze site. We mailen nog over je account, en als er iets gebeurt met een oplossing van jullie."),
    ];

    public async Task OnGetAsync()
    {
        var person = await prove.PersonAsync(Me);
        Form = new ProfileForm { FullName = person.FullName, Language = person.Language, Rhythm = person.Rhythm };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await prove.PersonAsync(Me);
        person.Rename(Form.FullName);
        person.Prefer(Form.Language, Form.Rhythm);
        (await people.UpdateAsync(person)).MustSucceed();
        Tell(words["Je profiel is bewaard."]);
        return RedirectToPage();
    }
}

/// <summary>What a person may change about the account.</summary>
internal sealed class ProfileForm
{
    [Required(ErrorMessage = "Vul je naam in.")]
    [StringLength(Person.NameLength, ErrorMessage = "Maak je naam korter: hoogstens 120 tekens.")]
    public string FullName { get; set; } = "";

    [AllowedValues("nl", "en", ErrorMessage = "Kies een taal.")]
    public string Language { get; set; } = "nl";

    [EnumDataType(typeof(MailRhythm), ErrorMessage = "Kies hoe vaak.")]
    public MailRhythm Rhythm { get; set; }
}
