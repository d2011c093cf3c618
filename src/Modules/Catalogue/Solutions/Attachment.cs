using Parelmuur.Kernel.Files;
using Parelmuur.Kernel.People;
using Parelmuur.Kernel.Text;

namespace Parelmuur.Catalogue.Solutions;

/// <summary>A file that belongs to a solution. It is part of what is written, so every version knows its own.</summary>
/// <param name="File">The stored file.</param>
/// <param name="Name">As people see it and save it.</param>
/// <param name="Type">The content type, as found in the content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Width">Of an image, in pixels.</param>
/// <param name="Height">Of an image, in pixels.</param>
/// <param name="Alt">What can be seen on an image, for who does not see it.</param>
internal sealed record Attachment(FileId File, string Name, string Type, long Size, int? Width, int? Height, string Alt)
{
    public const int Most = 20, AltLength = 300;
    public const long MostTogether = 100L << 20;

    private const double Kilo = 1024, Mega = Kilo * Kilo;

    /// <summary>Whether it is shown as an image.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsImage => FileKind.IsImageType(Type);

    /// <summary>Whether everyone sees it: an image that nobody described waits.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsShown => !IsImage || Alt.Length > 0;

    /// <summary>Its address, from the root of the site.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Path => $"/bestanden/{File}/{Uri.EscapeDataString(Name)}";

    /// <summary>What it is and how large, in words: "PDF, 1,2 MB".</summary>
    public string Said(Words words) => $"{words[FileKind.NameOf(Type)]}, {(Size < Mega ? words["{0:N0} kB", Math.Max(1, Size / Kilo)] : words["{0:N1} MB", Size / Mega])}";

    /// <summary>A file that was just stored.</summary>
    public static Attachment Of(FileFacts file) => new(file.Id, file.Name, file.Type, file.Size, file.Width, file.Height, "");
}
