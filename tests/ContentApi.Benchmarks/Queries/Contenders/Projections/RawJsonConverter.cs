using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContentApi.Benchmarks.Queries.Contenders.Projections;

/// <summary>Writes text that is JSON as it is.</summary>
internal sealed class RawJsonConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value, skipInputValidation: true);
}
