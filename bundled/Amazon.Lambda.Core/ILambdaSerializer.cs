namespace Amazon.Lambda.Core;

/// <summary>Turns a function's input and output from and to the bytes that Lambda exchanges.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
