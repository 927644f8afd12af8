using System.Text;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Writes global ids in SQL; the counterpart of <see cref="GlobalId"/>.</summary>
internal static class GlobalIdSql
{
    /// <summary>Gives the expression; null where the key is null.</summary>
    public static string Write(string typeName, string key) =>
        $"encode('\\x{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(typeName + ":"))}'::bytea || uuid_send({key}), 'base64')";
}
