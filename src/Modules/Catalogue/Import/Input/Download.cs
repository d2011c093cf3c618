namespace Parelmuur.Catalogue.Import.Input;

/// <summary>Fetches a file from the web: http and https only, without redirects, no larger than allowed, and never waiting for ever.</summary>
internal static class Download
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    /// <summary>Fetches to a temporary file.</summary>
    /// <returns>The path; whoever asked removes it.</returns>
    /// <exception cref="ImportFault">It cannot be fetched; the message says why.</exception>
    public static async Task<string> ToTemporaryFileAsync(string address, long maxBytes, CancellationToken cancellation)
    {
        if (!Fields.IsWebAddress(address))
            throw new ImportFault($"Dit adres begint niet met http:// of https://: {address}");
        try
        {
            return await FetchAsync(address, maxBytes, cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new ImportFault($"Dit adres is niet te bereiken: {address}", error);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new ImportFault($"Dit adres antwoordt niet op tijd: {address}", error);
        }
    }

    private static async Task<string> FetchAsync(string address, long maxBytes, CancellationToken cancellation)
    {
        var path = Path.GetTempFileName();
        try
        {
            // Who imports chose this address, and not the one where it may lead: that could be inside the network of the host.
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = AnswerWithin };
            http.DefaultRequestHeaders.UserAgent.ParseAdd("Parelmuur/0.1");
            using var answer = await http.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.Headers.Location is { } elsewhere)
                throw new ImportFault($"Dit adres stuurt door naar {new Uri(new Uri(address), elsewhere)}. Vertrouw je dat adres? Geef dat dan op.");
            if (!answer.IsSuccessStatusCode)
                throw new ImportFault($"Dit adres antwoordt met {(int)answer.StatusCode}: {address}");
            await using var from = await answer.Content.ReadAsStreamAsync(cancellation);
            await using var to = File.Create(path);
            await CopyAsync(from, to, maxBytes, address, cancellation);
            return path;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static async Task CopyAsync(Stream from, Stream to, long maxBytes, string address, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        long total = 0;
        while (true)
        {
            // Each part of the file must come in time; the whole may take as long as it takes.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(AnswerWithin);
            var count = await from.ReadAsync(buffer, patience.Token);
            if (count == 0)
                return;
            if ((total += count) > maxBytes)
                throw new ImportFault($"Dit bestand is groter dan {maxBytes / 1_000_000} MB: {address}");
            await to.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }
}
