import Storage

extension Exposure {
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    for questions in [seen, fresh] {
      writer.write(questions.count)
      for stages in questions {
        writer.write(stages.count)
        for examples in stages { writer.write(examples) }
      }
    }
    return writer.bytes
  }

  package init(bytes: [UInt8]) throws(ByteReader.Truncated) {
    var reader = ByteReader(bytes)
    let seen = try Self.questions(&reader)
    let fresh = try Self.questions(&reader)
    guard reader.isAtEnd else { throw ByteReader.Truncated() }
    self.init(seen: seen, fresh: fresh)
  }

  private static func questions(_ reader: inout ByteReader) throws(ByteReader.Truncated) -> [[[UInt8]]] {
    var questions: [[[UInt8]]] = []
    for _ in 0..<(try reader.readCount()) {
      var stages: [[UInt8]] = []
      for _ in 0..<(try reader.readCount()) { stages.append(try reader.readBytes()) }
      questions.append(stages)
    }
    return questions
  }
}
