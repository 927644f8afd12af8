using ContentApi.GraphQL;
using ContentApi.Server.Errors;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Requests;

/// <summary>The header by which clients of HotChocolate ask what an operation costs.</summary>
internal static class CostHeader
{
    /// <summary>Name of the header.</summary>
    public const string Name = "GraphQL-Cost";

    /// <summary>Reads it.</summary>
    /// <exception cref="ProblemException">Its value is none of the two words.</exception>
    public static GraphQLCostMode Read(HttpRequest request)
    {
        var value = request.Headers[Name].ToString();
        return value.ToLowerInvariant() switch
        {
            "" => GraphQLCostMode.Enforce,
            "report" => GraphQLCostMode.Report,
            "validate" => GraphQLCostMode.Validate,
            _ => throw new ProblemException(Problem.BadRequest with { Detail = $"The header '{Name}' is 'report' or 'validate'." }),
        };
    }
}
