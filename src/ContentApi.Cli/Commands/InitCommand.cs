using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Folders;
using ContentApi.Cli.Init;
using ContentApi.Cli.Output;
using ContentApi.Importer;
using ContentApi.Importer.Settings;

namespace ContentApi.Cli.Commands;

/// <summary>Writes the settings of a folder for its owner to go on with.</summary>
internal sealed class InitCommand : ExampledCommand
{
    private readonly Argument<string?> _folder = new("FOLDER") { Description = "A folder of front-matter files [default: this one]", Arity = ArgumentArity.ZeroOrOne };

    public InitCommand(Terminal terminal)
        : base(
            "init",
            $"Write a {ContentSettings.FileName} with what is found out about a folder.",
            "contentapi init",
            "contentapi init ~/blog")
    {
        Add(_folder);
        SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed.GetValue(_folder) ?? ".", terminal, cancellationToken)));
    }

    private static int Run(string argument, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = ContentFolder.Require(argument);
        // Before it is read: a mistake in it is no reason to say anything else.
        NewFiles.RequireNone(Path.Combine(folder, ContentSettings.FileName));
        var survey = FolderSurvey.Take(new ImportOptions { Folder = folder, ConnectionString = "" }, cancellationToken);
        NewFiles.Write(folder, (SettingsSchema.FileName, SettingsSchema.Text), (ContentSettings.FileName, SettingsDraft.Of(survey)));
        var shown = Printable.PathFrom(Environment.CurrentDirectory, Path.Combine(folder, ContentSettings.FileName));
        terminal.Out.WriteLine($"Wrote {Printable.Clean(shown)}, and {SettingsSchema.FileName} for editors beside it.");
        foreach (var setting in survey.Settings.Where(setting => setting.Origin is SettingOrigin.Folder or SettingOrigin.SiteConfiguration))
        {
            terminal.Out.Write($"  {setting.Name,-14}", Palette.Quiet);
            terminal.Out.WriteLine(Printable.Clean($"{setting.Value}, because {setting.Reason}"));
        }

        return ExitCode.Done;
    }
}
