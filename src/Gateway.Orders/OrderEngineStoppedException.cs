namespace Gateway.Orders;

/// <summary>The order engine has stopped and does nothing more.</summary>
public sealed class OrderEngineStoppedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
