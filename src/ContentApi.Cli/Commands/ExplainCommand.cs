using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Folders;
using ContentApi.Cli.Output;
using ContentApi.Importer;
using ContentApi.Importer.Explaining;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Settings;
using ContentApi.Parsing.Diagnostics;
using ParseResult = System.CommandLine.ParseResult;

namespace ContentApi.Cli.Commands;

/// <summary>Tells how one file is read. It needs no database and changes nothing.</summary>
internal sealed class ExplainCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _file = new("FILE") { Description = "A front-matter file." };
    private readonly Option<string?> _folder = Value("--folder", "DIR", $"The content folder that it belongs to [default: the nearest one above it with a {ContentSettings.FileName} or a generator's settings]");
    private readonly Option<string?> _dialect = Choice("--dialect", "Whose conventions it follows [default: auto]", GivenSettings.Dialects);
    private readonly Option<string?> _encoding = Value("--encoding", "NAME", "Its encoding when it is not UTF-8, such as gb18030 [default: none; it is rejected]");

    public ExplainCommand(Terminal terminal)
        : base(
            "explain",
            "Tell how one file is read: every field, the place that it comes from, and what other dialects make of it.",
            "contentapi explain content/posts/hello.md",
            "contentapi explain source/_posts/hello.md --dialect jekyll")
    {
        _terminal = terminal;
        Add(_file);
        Option[] options = [_folder, _dialect, _encoding];
        Array.ForEach(options, Add);
        SetAction(Run);
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(_file);
        if (!File.Exists(file))
        {
            throw new CommandFault(Directory.Exists(file) ? $"'{file}' is a folder: name one file in it." : $"There is no file '{file}'.");
        }

        var folder = parsed.GetValue(_folder) is { } given ? ContentFolder.Require(given) : ContentFolderFinder.Find(file);
        var settings = GivenSettings.Read(name => name == _dialect.Name ? parsed.GetValue(_dialect) : name == _encoding.Name ? parsed.GetValue(_encoding) : null);
        var options = settings.ApplyTo(new ImportOptions { Folder = folder, ConnectionString = "" });
        var explanation = FileExplainer.Explain(file, options, cancellationToken);
        new ExplanationText(_terminal.Out, _terminal.Width).Write(explanation, file);
        return Task.FromResult(explanation.Diagnostics.Any(finding => finding.Severity == DiagnosticSeverity.Error) ? ExitCode.ContentFaults : ExitCode.Done);
    }
}
