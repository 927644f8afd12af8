using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ContentApi.Cli.Output;
using ContentApi.Importer;
using ContentApi.Importer.Settings;

namespace ContentApi.Cli.Init;

/// <summary>Writes the first <c>contentapi.yaml</c> of a folder: what was found out as settings, everything else as comments.</summary>
internal static partial class SettingsDraft
{
    private const int LineWidth = 100;

    /// <summary>Gives the text of the file.</summary>
    public static string Of(FolderSurvey survey)
    {
        var text = new StringBuilder($"# yaml-language-server: $schema=./{SettingsSchema.FileName}\n");
        Comment(text, "How contentapi reads this folder. What stands here counts unless an environment variable (CONTENTAPI_TIME_ZONE …) or an option (--time-zone …) says otherwise; what is commented out is found out anew each time.");
        foreach (var setting in ContentSettings.Known)
        {
            text.Append('\n');
            Comment(text, Describe(setting));
            Write(text, setting, survey.Settings.SingleOrDefault(resolved => resolved.Name == setting.Name));
        }

        return text.ToString();
    }

    /// <summary>Writes a value so that YAML reads it as the same text, and so that editors take it for one.</summary>
    internal static string Scalar(string value) => Plain().IsMatch(value) && !OtherThanText().IsMatch(value) ? value : Quote(value);

    // YAML 1.2, 5.7: in double quotes everything can be said. JSON's pairs of \\u for one character cannot.
    private static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string Describe(ContentSetting setting) => setting.Kind == ContentSettingKind.Choice
        ? $"{setting.Description} One of {string.Join(", ", setting.Values)}."
        : setting.Description;

    // The server's settings are never found out.
    private static void Write(StringBuilder text, ContentSetting setting, ResolvedSetting? resolved)
    {
        if (resolved?.Value is not { } value)
        {
            text.Append($"# {setting.Name}: {setting.Example}\n");
            return;
        }

        var isFound = resolved.Origin is SettingOrigin.Folder or SettingOrigin.SiteConfiguration;
        if (isFound || setting.Kind == ContentSettingKind.Choice)
        {
            Comment(text, $"Found: {value}, because {resolved.Reason}.");
        }

        var written = setting.Kind == ContentSettingKind.Text ? Scalar(value) : value;
        text.Append($"{(isFound ? "" : "# ")}{setting.Name}: {written}\n");
    }

    private static void Comment(StringBuilder text, string sentence)
    {
        var line = "#";
        foreach (var word in Printable.Clean(sentence).Split(' '))
        {
            if (line.Length + 1 + word.Length > LineWidth)
            {
                text.Append(line).Append('\n');
                line = "#";
            }

            line += $" {word}";
        }

        text.Append(line).Append('\n');
    }

    // A colon before a blank would begin a value, and a # after one a comment.
    [GeneratedRegex(@"\A\p{L}(?:[\p{L}\p{M}\p{N}_./+~&=?%-]|:(?=[^\s])|\ (?=[\p{L}\p{N}]))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // What some reader of YAML takes for a switch or for nothing.
    [GeneratedRegex(@"\A(?:true|false|yes|no|on|off|null|y|n)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherThanText();
}
