using ContentApi.GraphQL.Inputs;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Planning;

/// <summary>The parameters of a statement, in order; each knows how to take its value from a request.</summary>
internal sealed class PlanParameters
{
    private readonly List<PlanParameter> _all = [];
    private readonly Dictionary<string, string> _shared = [];

    /// <summary>All parameters; the first is <c>$1</c>.</summary>
    public IReadOnlyList<PlanParameter> All => _all;

    /// <summary>Adds a parameter that is taken from an input value.</summary>
    /// <returns>Its place holder.</returns>
    public string Add(InputValue input, NpgsqlDbType type, Func<InputValue, object?> convert) =>
        Add(type, binding => convert(input.Resolve(binding.Variables)));

    /// <summary>Adds a parameter.</summary>
    /// <returns>Its place holder.</returns>
    public string Add(NpgsqlDbType type, Func<RequestBinding, object?> read)
    {
        _all.Add(new PlanParameter(type, read));
        return $"${_all.Count}";
    }

    /// <summary>The instant at which the request is answered.</summary>
    public string Now() => Share("now", NpgsqlDbType.TimestampTz, binding => binding.Now);

    /// <summary>Scheme and authority to put before local paths.</summary>
    public string PublicBaseUrl() => Share("base", NpgsqlDbType.Text, binding => binding.PublicBaseUrl);

    private string Share(string key, NpgsqlDbType type, Func<RequestBinding, object?> read)
    {
        if (!_shared.TryGetValue(key, out var placeholder))
        {
            _shared[key] = placeholder = Add(type, read);
        }

        return placeholder;
    }
}
