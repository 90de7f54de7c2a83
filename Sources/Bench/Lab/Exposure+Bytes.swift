extension Exposure {
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(seen.count)
    for stages in seen {
      writer.write(stages.count)
      for examples in stages { writer.write(examples) }
    }
    return writer.bytes
  }

  init(bytes: [UInt8]) throws(ByteReader.Truncated) {
    var reader = ByteReader(bytes)
    var seen: [[[UInt8]]] = []
    for _ in 0..<(try reader.readCount()) {
      var stages: [[UInt8]] = []
      for _ in 0..<(try reader.readCount()) { stages.append(try reader.readBytes()) }
      seen.append(stages)
    }
    guard reader.isAtEnd else { throw ByteReader.Truncated() }
    self.init(seen: seen)
  }
}
