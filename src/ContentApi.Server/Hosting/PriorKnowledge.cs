using System.Buffers;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace ContentApi.Server.Hosting;

/// <summary>
/// HTTP/2 without TLS on the address that speaks HTTP/1.1 too: a client that knows begins with the preface (RFC 9113, section 3.3). Kestrel chooses between the
/// two by what TLS negotiated, and without TLS speaks HTTP/1.1; so a connection that begins with the preface is given the result of such a negotiation.
/// </summary>
internal static class PriorKnowledge
{
    // The first line of the preface; no request of HTTP/1.1 has this method and version.
    private static readonly byte[] Preface = "PRI * HTTP/2.0\r\n"u8.ToArray();

    /// <summary>Makes an endpoint speak both.</summary>
    public static void UseBothVersions(this ListenOptions endpoint, TimeSpan limit)
    {
        endpoint.Protocols = HttpProtocols.Http1AndHttp2;
        endpoint.Use(next => async connection =>
        {
            if (await BeginsWithPrefaceAsync(connection, limit))
            {
                connection.Features.Set<ITlsConnectionFeature>(Negotiated.Http2);
                connection.Features.Set<ITlsApplicationProtocolFeature>(Negotiated.Http2);
            }

            await next(connection);
        });
    }

    // Reads until it is decided, and takes nothing away. A client that sends nothing is cut off after a while, as an idle one is, and when the server stops.
    private static async ValueTask<bool> BeginsWithPrefaceAsync(ConnectionContext connection, TimeSpan limit)
    {
        var input = connection.Transport.Input;
        var stop = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? CancellationToken.None;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed, stop);
        patience.CancelAfter(limit);
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(patience.Token);
                var length = (int)Math.Min(read.Buffer.Length, Preface.Length);
                var isPreface = read.Buffer.Slice(0, length).ToArray().AsSpan().SequenceEqual(Preface.AsSpan(0, length));
                var isDecided = !isPreface || length == Preface.Length || read.IsCompleted;
                input.AdvanceTo(read.Buffer.Start, isDecided ? read.Buffer.Start : read.Buffer.End);
                if (isDecided)
                    return isPreface && length == Preface.Length;
            }
        }
        catch (OperationCanceledException)
        {
            connection.Abort(new ConnectionAbortedException("The client sends nothing."));
            return false;
        }
    }

    private sealed class Negotiated : ITlsConnectionFeature, ITlsApplicationProtocolFeature
    {
        public static readonly Negotiated Http2 = new();

        public X509Certificate2? ClientCertificate
        {
            get => null;
            set => throw new NotSupportedException();
        }

        public ReadOnlyMemory<byte> ApplicationProtocol { get; } = "h2"u8.ToArray();

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult<X509Certificate2?>(null);
    }
}
