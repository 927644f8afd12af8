using ContentApi.Cli.Arguments;
using ContentApi.Cli.Folders;
using ContentApi.Cli.Output;
using ContentApi.Cli.Serving;
using ContentApi.Importer;
using ContentApi.Importer.Settings;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Cli.Doctor;

/// <summary>Looks at the content folder as an import would: can it be read, by which rules, and with which settings.</summary>
internal sealed class FolderChecks(DoctorOptions options)
{
    private const string Title = "Folder";

    public CheckGroup Run(CancellationToken cancellationToken)
    {
        if (options.Folder is not { } folder)
        {
            return new CheckGroup(Title, [new Check(CheckMark.Note, "folder", "none given; name yours to have it looked at: contentapi doctor FOLDER")]);
        }

        try
        {
            var given = GivenSettings.ReadEnvironment();
            var survey = FolderSurvey.Take(given.ApplyTo(new ImportOptions { Folder = ContentFolder.Require(folder), ConnectionString = "" }), cancellationToken);
            return new CheckGroup(Title, [CheckFiles(survey), .. CheckUnreadable(survey), .. CheckToolSettings(survey), .. survey.Settings.Select(setting => ToCheck(setting, given)), .. CheckServer(survey.Folder)]);
        }
        catch (Exception fault) when (fault is CommandFault or ImportRefusedException)
        {
            return new CheckGroup(Title, [new Check(CheckMark.Fault, "folder", $"{folder} cannot be imported", fault.Message)]);
        }
    }

    private static Check CheckFiles(FolderSurvey survey)
    {
        var count = $"{survey.Folder}: {Quantity.Of(survey.ArticleFiles, "article file")}, {Quantity.Of(survey.ImageFiles, "image")}";
        return survey.ArticleFiles > 0
            ? new Check(CheckMark.Good, "folder", count)
            : new Check(CheckMark.Warning, "folder", count, "Put a Markdown or HTML file there; contentapi dev may be started before.");
    }

    private static IEnumerable<Check> CheckUnreadable(FolderSurvey survey)
    {
        if (survey.Unreadable > 0)
        {
            yield return new Check(
                CheckMark.Fault, "rights", $"{Quantity.Of(survey.Unreadable, "file or folder", "files or folders")} there cannot be read", $"Let the user {Environment.UserName} read everything in it.");
        }
    }

    private static IEnumerable<Check> CheckToolSettings(FolderSurvey survey)
    {
        if (survey.ToolSettings.Count > 0)
        {
            yield return new Check(CheckMark.Note, "tool settings", string.Join(", ", survey.ToolSettings));
        }

        foreach (var finding in survey.Diagnostics.Where(x => x.Code == DiagnosticCode.SiteConfigUnreadable))
        {
            yield return new Check(CheckMark.Warning, "tool settings", $"{finding.Path}:{finding.Line}:{finding.Column} {finding.Message}", finding.Hint);
        }

        if (survey.Languages.Count > 0)
        {
            yield return new Check(CheckMark.Note, "languages", string.Join(", ", survey.Languages));
        }
    }

    // Only dev heeds them, so the folder can be imported whatever they are.
    private static IEnumerable<Check> CheckServer(string folder)
    {
        var settings = ContentSettings.Read(folder).Server;
        yield return CheckDocuments(settings, folder);
        yield return new Check(CheckMark.Note, "onlyDocuments", settings.OnlyDocuments is { } only ? $"{(only ? "true" : "false")}, because {ContentSettings.FileName} says so" : "false, because nothing says otherwise");
    }

    private static Check CheckDocuments(ServerSettings settings, string folder)
    {
        const string Name = "documents";
        try
        {
            return DocumentFolder.Find(settings, folder) switch
            {
                null => new Check(CheckMark.Note, Name, "none"),
                { Count: 0, Path: var path } => new Check(CheckMark.Warning, Name, $"none in {path}", "Put files *.graphql there, and start dev again."),
                var found => new Check(CheckMark.Good, Name, $"{Quantity.Of(found.Count, "trusted document")} in {found.Path}"),
            };
        }
        catch (CommandFault fault)
        {
            return new Check(CheckMark.Fault, Name, "dev cannot serve the trusted documents", fault.Message);
        }
    }

    private static Check ToCheck(ResolvedSetting setting, GivenSettings given)
    {
        var reason = setting.Origin == SettingOrigin.Option && given.Find(setting.Name) is { } value ? $"{value.Name} says so" : setting.Reason;
        const string Remedy = "Give the address that readers use: siteUrl in contentapi.yaml.";
        return setting switch
        {
            { Name: "siteUrl", Value: { } url } when SiteAddress.IsPlaceholder(url) => new Check(CheckMark.Warning, setting.Name, $"{url}, because {reason}; that is a placeholder", Remedy),
            { Value: { } text } => new Check(CheckMark.Note, setting.Name, $"{text}, because {reason}"),
            { Origin: SettingOrigin.SiteConfiguration } => new Check(CheckMark.Warning, setting.Name, $"none, because {reason}", Remedy),
            _ => new Check(CheckMark.Note, setting.Name, "none"),
        };
    }
}
