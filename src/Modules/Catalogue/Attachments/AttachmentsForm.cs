using Microsoft.AspNetCore.Http;
using Parelmuur.Catalogue.Solutions;
using Parelmuur.Catalogue.Stewardship;
using Parelmuur.Kernel.Files;

namespace Parelmuur.Catalogue.Attachments;

/// <summary>The files of a solution as a form holds them, and new ones.</summary>
internal sealed class AttachmentsForm
{
    public List<AttachmentLine> Files { get; set; } = [];

    /// <summary>Files to add.</summary>
    public List<IFormFile> New { get; set; } = [];

    /// <summary>The form as it shows the files.</summary>
    public static AttachmentsForm Of(IReadOnlyList<Attachment> files) => new()
    {
        Files = [.. files.Select((file, place) => new AttachmentLine { File = file.File.Value, Name = file.Name, Alt = file.Alt, Place = place + 1 })],
    };

    /// <summary>The files as they become. Those that the form does not know, because somebody just added them, stay.</summary>
    public IReadOnlyList<Attachment> Apply(
        IReadOnlyList<Attachment> now, IReadOnlyDictionary<Guid, Attachment> replaced, IReadOnlyList<Attachment> added)
    {
        var lines = Files.DistinctBy(line => line.File).ToDictionary(line => line.File);
        return
        [
            .. now.Select((file, place) => (File: file, Line: lines.GetValueOrDefault(file.File.Value), Place: place + 1))
                .Where(each => each.Line is not { Remove: true })
                // Who gives a place that another has, goes before it.
                .OrderBy(each => each.Line?.Place ?? each.Place).ThenBy(each => each.Line is null || each.Line.Place == each.Place)
                .Select(each => each.Line is null ? each.File : Changed(each.File, each.Line, replaced)),
            .. added,
        ];
    }

    // Another file brings its own name.
    private static Attachment Changed(Attachment file, AttachmentLine line, IReadOnlyDictionary<Guid, Attachment> replaced)
    {
        var next = replaced.GetValueOrDefault(file.File.Value) ?? file with { Name = FileKind.NameFor(line.Name ?? file.Name, file.Type) };
        return next with { Alt = !next.IsImage ? "" : line.Fits ? line.Said : file.Alt };
    }
}

/// <summary>One file in the form.</summary>
internal sealed class AttachmentLine
{
    public Guid File { get; set; }

    public string? Name { get; set; }

    public string? Alt { get; set; }

    public int Place { get; set; }

    public bool Remove { get; set; }

    /// <summary>A file that takes the place of this one.</summary>
    public IFormFile? Replacement { get; set; }

    /// <summary>The description as it is kept.</summary>
    public string Said => Lines.Clean(Alt).Replace('\n', ' ');

    /// <summary>Whether the description can be kept.</summary>
    public bool Fits => Said.Length <= Attachment.AltLength;
}
