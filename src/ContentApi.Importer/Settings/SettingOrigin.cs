namespace ContentApi.Importer.Settings;

/// <summary>Where the value of a setting comes from; earlier ones win.</summary>
public enum SettingOrigin
{
    /// <summary>The options of the run: a flag or an environment variable.</summary>
    Option,

    /// <summary><c>contentapi.yaml</c>.</summary>
    SettingsFile,

    /// <summary>The tool's own settings: <c>_config.yml</c>, <c>hugo.toml</c> ….</summary>
    SiteConfiguration,

    /// <summary>What lies in the folder.</summary>
    Folder,

    /// <summary>Nothing says anything.</summary>
    Default,
}
