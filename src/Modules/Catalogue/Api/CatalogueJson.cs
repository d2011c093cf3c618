using System.Text.Json;
using System.Text.Json.Serialization;
using Parelmuur.Kernel.Api;

namespace Parelmuur.Catalogue.Api;

/// <summary>How the shapes of this room are written, worked out at build time.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnums)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(SolutionFacts))]
[JsonSerializable(typeof(LiveItem))]
[JsonSerializable(typeof(LiveFound))]
[JsonSerializable(typeof(LiveChecked))]
[JsonSerializable(typeof(Page<SolutionItem>))]
[JsonSerializable(typeof(FoundPage))]
[JsonSerializable(typeof(FacetReport))]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(CheckResponse))]
[JsonSerializable(typeof(Page<UseItem>))]
[JsonSerializable(typeof(Page<IntentionItem>))]
[JsonSerializable(typeof(SolutionDocument))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
