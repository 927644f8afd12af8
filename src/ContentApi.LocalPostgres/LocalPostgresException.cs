namespace ContentApi.LocalPostgres;

/// <summary>The private cluster cannot be run; the message is a sentence for the user that says why and what helps.</summary>
public sealed class LocalPostgresException : Exception
{
    /// <summary>Makes the exception with its sentence.</summary>
    public LocalPostgresException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its sentence and the fault behind it.</summary>
    public LocalPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
