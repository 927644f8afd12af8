namespace ContentApi.Server.Freezing;

/// <summary>Ends a freeze with something that is wrong with a document or its variables.</summary>
internal sealed class FreezeFindingException(FreezeFinding finding) : Exception(finding.Message)
{
    /// <summary>What is wrong.</summary>
    public FreezeFinding Finding => finding;
}
