
Console.WriteLine("not yet");
