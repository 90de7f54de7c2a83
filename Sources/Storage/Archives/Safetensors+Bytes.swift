extension Safetensors {
  /// The format's own limit.
  private static let largestHeader = 100_000_000
  /// The header's one member that is no tensor.
  private static let metadataName = "__metadata__"

  /// Little-endian; tensors in the order of their names.
  package var bytes: [UInt8] {
    var data: [UInt8] = []
    var header: [String: JSONValue] = [:]
    if !metadata.isEmpty { header[Self.metadataName] = .object(metadata.mapValues { .string($0) }) }
    for name in names {
      guard let tensor = tensors[name] else { continue }
      let start = data.count
      data += tensor.values.littleEndianBytes
      header[name] = [
        "dtype": .string(tensor.values.isFloat ? "F32" : "I32"), "shape": .array(tensor.shape.map { .integer($0) }),
        "data_offsets": [.integer(start), .integer(data.count)],
      ]
    }
    var text = Array(JSONValue.object(header).text.utf8.dropLast())
    while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt64(text.count))
    return bytes + text + data
  }

  /// Reads a whole file: all of it or nothing.
  package init(bytes: [UInt8], file: String) throws(SafetensorsProblem) {
    self.init([:], file: file)
    guard bytes.count >= 8 else { throw problem("header", "has no length: the file ends after \(bytes.count) bytes") }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= min(Self.largestHeader, bytes.count - 8) else {
      throw problem("header", "should be \(length) bytes long, where the file has \(bytes.count - 8) more")
    }
    let text = Array(bytes[8..<8 + Int(length)])
    guard text.first == UInt8(ascii: "{") else { throw problem("header", "does not begin with '{'") }
    let places = try places(header: text)
    metadata = try readMetadata(header: text)
    let data = bytes[(8 + Int(length))...]
    var end = 0
    for place in places {
      guard place.range.lowerBound == end else {
        throw problem(place.name, "begins at \(place.range.lowerBound), where the tensor before it ends at \(end)")
      }
      end = place.range.upperBound
      guard end <= data.count else {
        throw problem(place.name, "ends at \(end), where the file has \(data.count) bytes of numbers")
      }
      tensors[place.name] = place.tensor(in: data)
    }
    guard end == data.count else { throw problem("", "has \(data.count - end) bytes that belong to no tensor") }
  }

  /// Where the header says that a tensor stands.
  private struct Place {
    let name: String
    let isFloat: Bool
    let shape: [Int]
    /// Bytes after the header.
    let range: Range<Int>

    func tensor(in data: ArraySlice<UInt8>) -> Tensor {
      let bytes = data.dropFirst(range.lowerBound).prefix(range.count)
      let words = bytes.withUnsafeBytes { raw in
        (0..<range.count / 4).map {
          UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
        }
      }
      return Tensor(
        isFloat ? .floats(words.map { Float(bitPattern: $0) }) : .integers(words.map { Int32(bitPattern: $0) }),
        shape: shape)
    }
  }

  /// In the order of the numbers.
  private func places(header: [UInt8]) throws(SafetensorsProblem) -> [Place] {
    let entries = try fromHeader { () throws(FixtureProblem) in
      try FixtureReader(header, file: file, mend: Self.mend).entries()
    }
    var places: [Place] = []
    for (name, entry) in entries where name != Self.metadataName {
      places.append(try place(name, entry))
    }
    return places.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  private func readMetadata(header: [UInt8]) throws(SafetensorsProblem) -> [String: String] {
    try fromHeader { () throws(FixtureProblem) in
      let entries = try FixtureReader(header, file: file, mend: Self.mend).entries()
      guard let entry = entries.first(where: { $0.name == Self.metadataName }) else { return [:] }
      var metadata: [String: String] = [:]
      for (name, value) in try entry.reader.entries() { metadata[name] = try value.string() }
      return metadata
    }
  }

  private func place(_ name: String, _ entry: FixtureReader) throws(SafetensorsProblem) -> Place {
    let (type, shape, offsets) = try fromHeader { () throws(FixtureProblem) in
      let members = try entry.members("dtype", "shape", "data_offsets")
      return (
        try members["dtype"]!.string(),
        try members["shape"]!.elements().map { element throws(FixtureProblem) in try element.integer() },
        try members["data_offsets"]!.elements().map { element throws(FixtureProblem) in try element.integer() }
      )
    }
    guard ["F32", "I32"].contains(type) else { throw problem(name, "has the type \(type); we read F32 and I32") }
    var size = 4
    for length in shape {
      let (product, isTooLarge) = size.multipliedReportingOverflow(by: length)
      guard length >= 0, !isTooLarge else { throw problem(name, "has the shape \(shape), which no file can hold") }
      size = product
    }
    guard offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1] else {
      throw problem(name, "has the offsets \(offsets), not a start and an end")
    }
    guard offsets[1] - offsets[0] == size else {
      throw problem(name, "has \(offsets[1] - offsets[0]) bytes, where its shape \(shape) needs \(size)")
    }
    return Place(name: name, isFloat: type == "F32", shape: shape, range: offsets[0]..<offsets[1])
  }

  /// What the header's text says, or a problem of this file.
  private func fromHeader<Value>(
    _ read: () throws(FixtureProblem) -> Value
  ) throws(SafetensorsProblem) -> Value {
    do {
      return try read()
    } catch {
      let field = error.field.isEmpty ? "header" : "header, \(error.field)"
      throw SafetensorsProblem(file: file, field: field, what: error.what, mend: error.mend)
    }
  }
}
