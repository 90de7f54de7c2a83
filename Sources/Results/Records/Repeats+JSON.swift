import Reports
import Storage

extension Repeats: JSONCoded {
  var json: JSONValue {
    ["asked": .number(asked), "byChance": .number(byChance), "sizes": .list(sizes)]
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("asked", "byChance", "sizes")
    self.init(
      asked: try members["asked"]!.anyNumber(), byChance: try members["byChance"]!.optionalNumber(),
      sizes: try members["sizes"]!.list())
  }
}

extension Repeats.Size: JSONCoded {
  var json: JSONValue {
    ["asked": .number(asked), "byChance": .number(byChance), "name": .string(name)]
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("asked", "byChance", "name")
    self.init(
      try members["name"]!.string(), asked: try members["asked"]!.anyNumber(),
      byChance: try members["byChance"]!.optionalNumber())
  }
}
