import Reports
import Storage

extension ExperimentFacts: JSONCoded {
  var json: JSONValue {
    [
      "datasets": .list(datasets), "examples": .integer(examples), "fingerprints": .list(fingerprints),
      "id": .string(id), "parameters": .integer(parameters), "seconds": .number(seconds),
      "sentence": .string(sentence),
    ]
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members(
      "datasets", "examples", "fingerprints", "id", "parameters", "seconds", "sentence")
    self.init(
      id: try members["id"]!.string(), sentence: try members["sentence"]!.string(),
      parameters: try members["parameters"]!.count(),
      examples: try members["examples"]!.count(),
      seconds: try members["seconds"]!.optionalNumber(), fingerprints: try members["fingerprints"]!.list(),
      datasets: try members["datasets"]!.list())
  }
}

extension ExperimentFacts.RunFingerprint: JSONCoded {
  var json: JSONValue { ["fingerprint": .string(fingerprint), "seed": .integer(seed)] }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("fingerprint", "seed")
    self.init(seed: try members["seed"]!.integer(), fingerprint: try members["fingerprint"]!.string())
  }
}

extension ExperimentFacts.DatasetFingerprint: JSONCoded {
  var json: JSONValue { ["fingerprint": .string(fingerprint), "name": .string(name)] }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("fingerprint", "name")
    self.init(name: try members["name"]!.string(), fingerprint: try members["fingerprint"]!.string())
  }
}
