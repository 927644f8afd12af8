using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Has a block parsed, and judges what the parser says about it.</summary>
internal static class TomlSyntax
{
    private static readonly TomlLexerOptions Lexing = new() { DecodeScalars = true };

    // Ours is the check that knows the place, so the parser's, which guards the stack, lies far beyond it.
    private static readonly TomlSerializerOptions Options = new() { MaxDepth = MetaLimit.Depth * 4 };

    /// <summary>The tree, complete unless there is a fault.</summary>
    /// <exception cref="MetaLimitException">The block is nested too deeply.</exception>
    public static (DocumentSyntax Document, TomlFault? Fault) Parse(string toml, TextPlaces places, string subject)
    {
        try
        {
            // Twice the same key is ours to judge, so the parser does not validate.
            var document = SyntaxParser.Parse(TomlLexer.Create(toml, Lexing), Options, validate: false);
            return (document, FindFault(document, places));
        }
        catch (ArgumentException)
        {
            // An escape that the end of the block cuts off.
            return (new DocumentSyntax(), new TomlFault(places.Of(toml.Length), $"{subject} ends within a text"));
        }
        catch (TomlException)
        {
            throw new MetaLimitException(places.Of(0), $"{subject} is nested more than {MetaLimit.Depth} levels deep");
        }
    }

    private static TomlFault? FindFault(DocumentSyntax document, TextPlaces places)
    {
        if (!document.HasErrors)
            return null;

        // A date that does not exist and a number out of range are whole values: whoever wants them judges their text.
        var values = document.Tokens().OfType<SyntaxToken>()
            .Where(token => token.TokenKind.IsDateTime() || token.TokenKind.IsInteger())
            .Select(token => token.Span.Start.Offset)
            .ToHashSet();
        return document.Diagnostics
            .Where(finding => finding.Kind == DiagnosticMessageKind.Error && !values.Contains(finding.Span.Start.Offset))
            .MinBy(finding => finding.Span.Start.Offset) is { } first
            ? new TomlFault(places.Of(first.Span.Start.Offset), first.Message.ReplaceLineEndings(" ").TrimEnd('.'))
            : null;
    }
}
