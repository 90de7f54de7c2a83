import Reports
import Storage

/// A results file: JSON Lines, one object a line with its `kind`, keys sorted. First where it comes from, then what was
/// trained, then each claim followed by what is behind it; the last line counts the others, so that a cut is seen.
enum ResultsFormat {
  /// Goes up by one whenever a reader of the one before could not read it.
  static let version = 3
  static let writer = "genbench results"

  enum Kind: String, CaseIterable {
    /// The first line.
    case run
    case experiment
    /// Of the experiment that it names.
    case picture
    case claim
    /// Of the claim before.
    case slice, losses, answers, curve, failure
    /// The last line.
    case end
  }
}

extension RunReport {
  /// The text of its results file.
  package var jsonLines: String {
    var lines = [ResultsFormat.object(.run, header)]
    lines += provenance.experiments.flatMap(\.jsonObjects)
    lines += claims.flatMap(\.jsonObjects)
    lines.append(ResultsFormat.object(.end, ["lines": .integer(lines.count)]))
    return lines.map { $0.line + "\n" }.joined()
  }

  /// What was changed is said where something was: other files are as they always were.
  private var header: [String: JSONValue] {
    let header: [String: JSONValue] = [
      "date": .string(provenance.date), "profile": .string(provenance.profile), "seconds": .number(seconds),
      "sourceHash": .string(provenance.sourceHash), "toolchain": .string(provenance.toolchain),
      "version": .integer(ResultsFormat.version), "writer": .string(ResultsFormat.writer),
    ]
    return header.merging(provenance.changes.map { ["changes": .string($0)] } ?? [:]) { $1 }
  }
}

extension ResultsFormat {
  fileprivate static func object(_ kind: Kind, _ members: [String: JSONValue]) -> JSONValue {
    .object(members.merging(["kind": .string(kind.rawValue)]) { $1 })
  }
}

extension ExperimentFacts {
  fileprivate var jsonObjects: [JSONValue] {
    [ResultsFormat.object(.experiment, ["facts": json])]
      + pictures.map { picture in
        ResultsFormat.object(
          .picture,
          [
            "experiment": .string(id), "name": .string(picture.name), "svg": .string(picture.svg),
            "title": .string(picture.title),
          ])
      }
  }
}

extension ClaimReport {
  var jsonObjects: [JSONValue] {
    let own: [String: JSONValue] = [
      "baselineScores": .list(baselineScores), "gap": .optional(gap), "place": .optional(place), "row": row.json,
      "scores": .list(scores), "sides": .list(sides),
    ]
    var objects = [ResultsFormat.object(.claim, own)]
    objects += slices.map { part(.slice, $0.members) }
    if let losses { objects.append(part(.losses, ["histogram": losses.json])) }
    if let answers { objects.append(part(.answers, ["map": answers.json])) }
    objects += curves.map { part(.curve, ["chart": $0.chart.json, "title": .string($0.title)]) }
    objects += failures.map { part(.failure, $0.members) }
    return objects
  }

  /// Every line says whose it is, for programs that read lines by themselves.
  private func part(_ kind: ResultsFormat.Kind, _ members: [String: JSONValue]) -> JSONValue {
    let owner: [String: JSONValue] = ["experiment": .string(row.experiment), "subject": .string(row.subject)]
    return ResultsFormat.object(kind, members.merging(owner) { $1 })
  }
}

extension SliceReport {
  fileprivate var members: [String: JSONValue] {
    ["count": .integer(count), "estimate": estimate.json, "name": .string(name), "scores": .list(scores)]
  }
}

extension FailedExample {
  fileprivate var members: [String: JSONValue] {
    [
      "answer": .string(answer), "command": command.map { .string($0) } ?? .null, "drawing": .optional(drawing),
      "index": .integer(index), "loss": .number(loss),
      "question": .string(question), "seed": .integer(seed), "truth": .string(truth),
    ]
  }
}
