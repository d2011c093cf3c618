using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Parelmuur.Design;

namespace Parelmuur.Accounts.Mine;

/// <summary>Everything that is kept about the person: to look at, and as a file.</summary>
internal sealed class DataModel(OwnData own) : FormPage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public OwnDataFile Data { get; private set; } = null!;

    /// <summary>The same as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation) => File(
        JsonSerializer.SerializeToUtf8Bytes(await own.OfAsync(Me.Id, cancellation), Json), "application/json", "mijn-parelmuur.json");

    protected override async Task PrepareAsync(CancellationToken cancellation) => Data = await own.OfAsync(Me.Id, cancellation);
}
