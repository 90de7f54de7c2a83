import Storage

/// A mean of what was added that forgets: each time all before loses one part in `horizon` of its weight.
struct FadingMean: Sendable, Hashable {
  private(set) var sum = 0.0
  private(set) var weight = 0.0

  init() {}

  /// Nil where nothing was added.
  var value: Double? { weight > 0 ? sum / weight : nil }

  mutating func add(_ number: Double, horizon: Double) {
    precondition(horizon >= 1, "A mean forgets over one addition at least, not \(horizon).")
    sum = sum * (1 - 1 / horizon) + number
    weight = weight * (1 - 1 / horizon) + 1
  }

  func write(to writer: inout ByteWriter) {
    writer.write(sum)
    writer.write(weight)
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Truncated) {
    sum = try reader.readDouble()
    weight = try reader.readDouble()
  }
}
