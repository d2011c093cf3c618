using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parelmuur.Catalogue;

namespace Parelmuur.Cli;

/// <summary>Writes each line of the report to a file while the import runs.</summary>
internal abstract class ReportFile : IDisposable
{
    public static ReportFile Create(FileInfo file)
    {
        file.Directory?.Create();
        return file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase) ? new Json(file) : new Csv(file);
    }

    public abstract void Add(ImportLine line);

    public abstract void Dispose();

    private sealed class Csv : ReportFile
    {
        private readonly StreamWriter csv;

        public Csv(FileInfo file)
        {
            // With the mark of UTF-8, because offices open it in a spreadsheet.
            csv = new(file.Create(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            csv.Write(Kernel.Text.Csv.Line("outcome", "row", "source_id", "title", "message"));
        }

        public override void Add(ImportLine line) => csv.Write(Kernel.Text.Csv.Line(
            line.Outcome.ToString(), line.Row.ToString(CultureInfo.InvariantCulture), line.SourceId, line.Title, line.Message));

        public override void Dispose() => csv.Dispose();
    }

    private sealed class Json : ReportFile
    {
        private const int FlushAt = 1 << 16;
        private readonly FileStream file;
        private readonly Utf8JsonWriter json;

        public Json(FileInfo info)
        {
            file = info.Create();
            json = new(file, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            json.WriteStartArray();
        }

        public override void Add(ImportLine line)
        {
            json.WriteStartObject();
            json.WriteString("outcome", line.Outcome.ToString());
            json.WriteNumber("row", line.Row);
            json.WriteString("sourceId", line.SourceId);
            json.WriteString("title", line.Title);
            json.WriteString("message", line.Message);
            json.WriteEndObject();
            if (json.BytesPending > FlushAt)
                json.Flush();
        }

        public override void Dispose()
        {
            json.WriteEndArray();
            json.Dispose();
            file.Dispose();
        }
    }
}
