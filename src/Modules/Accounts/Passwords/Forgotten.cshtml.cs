using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Parelmuur.Accounts.People;
using Parelmuur.Accounts.SignIn;
using Parelmuur.Design;

namespace Parelmuur.Accounts.Passwords;

/// <summary>Asks for a mail to choose a new password. The answer is the same whether the address is known or not.</summary>
[EnableRateLimiting(Attempts.Policy)]
internal sealed class ForgottenModel(UserManager<Person> people, AccountMails mails) : FormPage
{
    [BindProperty]
    public ForgottenForm Form { get; set; } = new();

    public bool IsSent { get; private set; }

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        if (await people.FindByEmailAsync(Form.Email.Trim()) is { Closed: null, EmailConfirmed: true } person)
            await mails.NewPasswordAsync(person, cancellation);
        IsSent = true;
    }
}

/// <summary>What a new password asks first.</summary>
internal sealed class ForgottenForm
{
    [Required(ErrorMessage = "Vul je e-mailadres in.")]
    [StringLength(Person.EmailLength, ErrorMessage = "Dit e-mailadres is te lang.")]
    public string Email { get; set; } = "";
}
