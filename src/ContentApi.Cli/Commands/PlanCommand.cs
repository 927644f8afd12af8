using ContentApi.Cli.Output;

namespace ContentApi.Cli.Commands;

/// <summary>Shows what an import would change, and keeps it so that exactly this can be done.</summary>
internal sealed class PlanCommand : SourcesCommand
{
    public PlanCommand(Terminal terminal, TimeProvider clock)
        : base(
            terminal,
            clock,
            "plan",
            "Show what an import would change, and keep the plan for apply. Readers see nothing of it.",
            [ImportOutput.Text, ImportOutput.Json],
            "contentapi plan ~/blog --prune --database postgres://me:secret@localhost/content",
            "contentapi plan https://github.com/me/blog.git#draft --source blog --report json") =>
        SetAction((parsed, cancellationToken) => PlanAsync(parsed, store: true, cancellationToken));
}
