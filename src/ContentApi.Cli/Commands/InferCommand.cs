using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Folders;
using ContentApi.Cli.Output;
using ContentApi.Importer;
using ContentApi.Importer.Inferring;
using ContentApi.Importer.Settings;
using ParseResult = System.CommandLine.ParseResult;

namespace ContentApi.Cli.Commands;

/// <summary>Proposes custom fields. It needs no database and changes nothing.</summary>
internal sealed class InferCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _folder = new("FOLDER") { Description = "A folder of front-matter files." };
    private readonly Option<string?> _dialect = Choice("--dialect", "Whose conventions the files follow [default: auto]", GivenSettings.Dialects);
    private readonly Option<string?> _encoding = Value("--encoding", "NAME", "Encoding of files that are not UTF-8, such as gb18030 [default: none; they are left out]");

    public InferCommand(Terminal terminal)
        : base(
            "infer",
            $"Propose custom fields for a folder: the keys of its files that no field holds, with their types, ready for {ContentSettings.FileName}.",
            "contentapi infer ~/blog",
            "contentapi infer ~/blog --dialect hugo > fields.yaml")
    {
        _terminal = terminal;
        Add(_folder);
        Add(_dialect);
        Add(_encoding);
        SetAction((parsed, cancellationToken) => Task.FromResult(Run(parsed, cancellationToken)));
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = ContentFolder.Require(parsed.GetRequiredValue(_folder));
        var settings = GivenSettings.Read(name => name == _dialect.Name ? parsed.GetValue(_dialect) : name == _encoding.Name ? parsed.GetValue(_encoding) : null);
        var inference = FieldInference.Of(settings.ApplyTo(new ImportOptions { Folder = folder, ConnectionString = "" }), cancellationToken);
        _terminal.Out.Write(ProposalText.Of(inference));
        if (inference.Failed == 0)
        {
            return ExitCode.Done;
        }

        _terminal.Error.WriteLine($"{Quantity.Of(inference.Failed, "file")} could not be read, and may have other keys; an import says why.");
        return ExitCode.ContentFaults;
    }
}
