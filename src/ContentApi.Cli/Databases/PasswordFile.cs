using System.Text;

namespace ContentApi.Cli.Databases;

/// <summary>
/// The file that holds the password of a database whose address may be seen: a container's address stands in its
/// environment, and the password is a secret that is mounted.
/// </summary>
internal static class PasswordFile
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "CONTENTAPI_DATABASE_PASSWORD_FILE";

    /// <summary>Gives the first line of the file; null when none is named.</summary>
    /// <exception cref="CommandFault">The file cannot be read, or its first line is empty.</exception>
    public static string? Read()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            using var file = new StreamReader(path, Encoding.UTF8);
            return file.ReadLine() is { Length: > 0 } password
                ? password
                : throw new CommandFault($"The file {path} that {Variable} names is empty: write the password of the database into its first line.");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFault($"There is no file {path}: let {Variable} name the file that holds the password of the database.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandFault($"The file {path} that {Variable} names cannot be read: {fault.Message.TrimEnd('.')}; let this user read it.");
        }
    }
}
