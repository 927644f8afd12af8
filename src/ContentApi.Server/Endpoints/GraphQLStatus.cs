using ContentApi.GraphQL;
using ContentApi.Server.Errors;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Endpoints;

/// <summary>
/// The status of answers to GraphQL requests. Clients and the audits of graphql-http expect 400 for every fault of the request; the draft of
/// GraphQL over HTTP of August 2026 (section "Status Codes" with its examples, and "Partial success") tells them apart, which
/// <see cref="ServerOptions.DraftStatusCodes"/> chooses.
/// </summary>
internal static class GraphQLStatus
{
    /// <summary>"If the GraphQL response contains both the {data} entry (even if it is {null}) and the {errors} entry": of the draft's own making, with its media type alone.</summary>
    private const int PartialSuccess = 294;

    /// <summary>Gives the status of an answer.</summary>
    /// <param name="outcome">How far the request came.</param>
    /// <param name="mediaType">The media type of the answer.</param>
    /// <param name="draft">True for the draft's.</param>
    public static int Of(GraphQLOutcome outcome, string mediaType, bool draft) => outcome switch
    {
        GraphQLOutcome.Executed => StatusCodes.Status200OK,
        GraphQLOutcome.TooLarge => StatusCodes.Status413PayloadTooLarge,
        GraphQLOutcome.Unavailable => StatusCodes.Status503ServiceUnavailable,

        // Old clients take any status but 200 for a failure of the network and look no further, so application/json says 200 wherever there is a GraphQL answer to
        // read.
        _ when mediaType == MediaType.Json => StatusCodes.Status200OK,
        GraphQLOutcome.Failed => draft ? PartialSuccess : StatusCodes.Status200OK,
        _ when !draft => StatusCodes.Status400BadRequest,
        GraphQLOutcome.Unreadable => StatusCodes.Status400BadRequest,
        GraphQLOutcome.Forbidden => StatusCodes.Status403Forbidden,

        // It does not pass validation, of which the limits are a part; its operation cannot be determined; its variables cannot be coerced.
        GraphQLOutcome.Refused => StatusCodes.Status422UnprocessableEntity,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
    };

    /// <summary>Gives a problem with the status that the draft wants: 422 for what "is not a well-formed GraphQL-over-HTTP request", but 400 for a body that is no JSON.</summary>
    public static Problem Drafted(Problem problem) => problem.Code == Problem.InvalidRequest.Code ? problem with { Status = StatusCodes.Status422UnprocessableEntity } : problem;
}
