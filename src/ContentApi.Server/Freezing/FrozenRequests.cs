using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContentApi.GraphQL;
using ContentApi.Server.Documents;

namespace ContentApi.Server.Freezing;

/// <summary>Makes the requests of all documents, each address once.</summary>
/// <param name="documents">The documents of the folder, as the server has them.</param>
/// <param name="plan">What there is to freeze.</param>
/// <param name="executor">Answers queries for variables.</param>
internal sealed class FrozenRequests(TrustedDocuments documents, FreezePlan plan, SnapshotExecutor executor)
{
    // Paths of files end at 4,096 bytes on Linux, and the folder has a share in them.
    private const int LongestAddress = 3_000;

    private readonly HashSet<UInt128> _made = [];

    /// <summary>Makes them while they are asked for.</summary>
    /// <exception cref="FreezeFindingException">Variables fit no operation or no address.</exception>
    public async IAsyncEnumerable<FrozenRequest> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var document in plan.Documents)
        {
            var waiting = document.Queries.ToHashSet();
            var index = -1;
            await foreach (var variables in VariablesOf(document, cancellationToken))
            {
                index++;
                var fitting = VariableFit.Find(document.Queries, variables, out var fault);
                if (fault is not null)
                    throw new FreezeFindingException(new FreezeFinding(document.VariablesFile!, $"Node {index} {fault}."));
                waiting.ExceptWith(fitting);
                foreach (var request in fitting.Select(query => Make(document, query, variables)).OfType<FrozenRequest>())
                {
                    yield return request;
                }
            }

            foreach (var request in waiting.Where(query => !query.Variables.Any(variable => variable.IsRequired)).Select(query => Make(document, query, default)).OfType<FrozenRequest>())
            {
                yield return request;
            }
        }
    }

    private async IAsyncEnumerable<JsonElement> VariablesOf(FreezableDocument document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var variables in document.Listed)
        {
            yield return variables;
        }

        if (document.Query is { } query)
        {
            await foreach (var node in new VariableQuery(executor, document.VariablesFile!, query).ReadAsync(cancellationToken))
            {
                yield return node;
            }
        }
    }

    // Null when all of its addresses are made.
    private FrozenRequest? Make(FreezableDocument document, OperationOutline query, JsonElement variables)
    {
        var text = WriteVariables(document, query, variables);
        string[] ids = [document.Document.Name, document.Document.Hash];
        var addresses = ids.Select(id => FrozenAddress.Of(id, query.Name!, text)).Where(IsNew).ToList();
        foreach (var address in addresses)
        {
            RequireGood(address, document, query);
        }

        var request = new GraphQLRequest { Query = document.Document.Text, OperationName = query.Name, Variables = text is null ? default : JsonElement.Parse(text) };
        return addresses.Count == 0 ? null : new FrozenRequest(request, document.File, addresses);
    }

    // In the order of the declaration, so that there is one text for one set of values. A page writes no other.
    private static string? WriteVariables(FreezableDocument document, OperationOutline query, JsonElement variables)
    {
        if (variables.ValueKind != JsonValueKind.Object || variables.GetPropertyCount() == 0)
            return null;
        var order = query.Variables.Select(variable => variable.Name).ToList();
        try
        {
            return EcmaJson.Of(variables.EnumerateObject().OrderBy(member => order.IndexOf(member.Name)));
        }
        catch (InvalidOperationException)
        {
            throw new FreezeFindingException(new FreezeFinding(document.VariablesFile!, $"{variables.GetRawText()} holds half a surrogate pair."));
        }
    }

    private bool IsNew(string address) => _made.Add(BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(address))));

    private void RequireGood(string address, FreezableDocument document, OperationOutline query)
    {
        if (address.Length > LongestAddress)
            throw new FreezeFindingException(new FreezeFinding(document.VariablesFile!, $"Variables of {query.Name} are too long for an address: it has {address.Length} characters, and {LongestAddress} are possible."));

        // The server reads it as that of another document where names of folders, operations and documents are alike.
        var read = FrozenAddress.Read(address, documents)!;
        if (documents.Find(read.DocumentId)?.Text != document.Document.Text || read.OperationName != query.Name)
            throw new FreezeFindingException(new FreezeFinding(document.File, $"The address {address} is also one of {read.DocumentId}{TrustedDocuments.Extension}: rename one of the files."));
    }
}
