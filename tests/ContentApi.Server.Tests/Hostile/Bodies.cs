using System.IO.Compression;
using System.Text;

namespace ContentApi.Server.Tests.Hostile;

/// <summary>Bodies of requests.</summary>
internal static class Bodies
{
    /// <summary>A small request that is answered.</summary>
    public static byte[] Small { get; } = Encoding.UTF8.GetBytes("""{"query":"query A($n:Int){articles(first:$n){totalCount}}","operationName":"A","variables":{"n":1}}""");

    /// <summary>Names of the encodings that are read.</summary>
    public static IReadOnlyList<string> Encodings { get; } = ["gzip", "br", "deflate"];

    public static byte[] Compress(string encoding, ReadOnlySpan<byte> data)
    {
        using var output = new MemoryStream();
        using (Stream stream = Compressor(encoding, output))
            stream.Write(data);
        return output.ToArray();
    }

    /// <summary>A request as a client would send it, padded with blanks to a length; small in every encoding.</summary>
    public static byte[] Bomb(string encoding, int megabytes)
    {
        var blanks = new byte[1024 * 1024];
        blanks.AsSpan().Fill((byte)' ');
        using var output = new MemoryStream();
        using (Stream stream = Compressor(encoding, output))
        {
            for (var i = 0; i < megabytes; i++)
                stream.Write(blanks);
            stream.Write(Small);
        }

        return output.ToArray();
    }

    private static Stream Compressor(string encoding, Stream output) => encoding switch
    {
        "gzip" => new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true),
        "br" => new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true),
        _ => new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true),
    };
}
