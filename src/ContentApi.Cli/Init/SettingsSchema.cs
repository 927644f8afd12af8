namespace ContentApi.Cli.Init;

/// <summary>The JSON Schema of <c>contentapi.yaml</c>, by which editors complete and check it.</summary>
internal static class SettingsSchema
{
    /// <summary>Its name, beside the settings.</summary>
    public const string FileName = "contentapi.schema.json";

    /// <summary>Its text, as it is in the repository's <c>schema/</c>.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var resource = new StreamReader(typeof(SettingsSchema).Assembly.GetManifestResourceStream(FileName)!);
        return resource.ReadToEnd();
    }
}
