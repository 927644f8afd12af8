namespace ContentApi.Importer.Settings;

/// <summary>What a setting takes.</summary>
public enum ContentSettingKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>One of the words in <see cref="ContentSetting.Values"/>.</summary>
    Choice,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch,

    /// <summary>Keys of the front matter with their types.</summary>
    Fields,
}
