using System.Text.Json.Serialization;

namespace ContentApi.Server.FirstPage;

/// <summary>Reads the graph's answer without reflection, which would take longer than the answer itself.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FirstPageResponse<FirstPageAnswer>))]
[JsonSerializable(typeof(FirstPageResponse<ImportsAnswer>))]
internal sealed partial class FirstPageJson : JsonSerializerContext;
