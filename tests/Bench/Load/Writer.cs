using Parelmuur.Bench.Pages;
using Parelmuur.Kernel.People;

namespace Parelmuur.Bench.Load;

/// <summary>A person who places comments on one solution.</summary>
internal sealed class Writer(HttpClient client, PersonId person, string solution) : SignedIn(client, person)
{
    private readonly string path = $"/oplossingen/{solution}/reactie";
    private List<KeyValuePair<string, string>> form = [];

    /// <summary>Signs in and opens the form, of which the token fits every time it is sent.</summary>
    public async Task BeginAsync()
    {
        await SignInAsync();
        using var page = await SendAsync(HttpMethod.Get, path, null);
        Keep(page);
        form = [.. Filled(await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), button => button.Form?.Method == "post" && button.Closest("main") is not null)
            .Where(field => field.Key is { Length: > 0 })];
    }

    /// <summary>Places a comment.</summary>
    /// <returns>Whether the site said that it stands there.</returns>
    public async Task<bool> PlaceAsync(string text)
    {
        using var content = new FormUrlEncodedContent([.. form, new("Form.Text", text), new("stap", "plaats")]);
        using var answer = await SendAsync(HttpMethod.Post, path, content);
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect;
    }
}
