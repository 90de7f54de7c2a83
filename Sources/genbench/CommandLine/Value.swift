import Bench
import Data
import Judging
import Results
import Training

/// What stands after an option or as an operand: how help writes it, and what completes it.
struct Value {
  enum Completion {
    /// Nothing can be suggested.
    case none
    /// One of these.
    case words([String])
    case files
    case folders
  }

  /// `N`, `FILE`, `smoke|standard|paper`
  let name: String
  let completion: Completion

  /// Anything, under this name.
  static func any(_ name: String) -> Value { Value(name: name, completion: .none) }

  /// One of a few words, all of which are written out.
  static func oneOf(_ words: [String]) -> Value {
    Value(name: words.joined(separator: "|"), completion: .words(words))
  }

  /// One of many words, under this name.
  static func known(_ name: String, _ words: [String]) -> Value {
    Value(name: name, completion: .words(words))
  }

  static func file(_ name: String = "FILE") -> Value { Value(name: name, completion: .files) }

  static let folder = Value(name: "FOLDER", completion: .folders)
}

/// What several commands ask for.
extension Value {
  static var profile: Value { .oneOf(Profile.allCases.map(\.rawValue)) }
  static var split: Value { .known("SPLIT", Splits.suite.names) }
  static var experiment: Value { .known("ID", Experiment.all(.standard).map(\.id)) }
  static let shard = Value.any("I/N")
}

extension Option {
  static var profile: Option { Option("profile", .profile, "how large: see genbench --help") }
  static var details: Option { .flag("details", "also every slice, stage and chart of each claim") }
  static var replicates: Option {
    Option(
      "replicates", .any("N"), "replicates 0 to N - 1, in place of as many as are declared; what is kept is not trained"
    )
  }
  static var set: Option {
    Option(
      "set", .any("NAME=VALUE"),
      "another number for this run: STAGE.rate, .steps, .batch, .beta2, .weightDecay, model.width, .layers, .dropout ...; a NAME "
        + "that an experiment has not is refused with those that it has",
      isRepeated: true)
  }
  static var weights: Option {
    Option(
      "weights", .file(),
      "train nothing: judge this safetensors file, which another program trained, as a replicate; several are a replicate each",
      isRepeated: true)
  }
  static var stage: Option { Option("stage", .any("STAGE"), "after which stage --weights stand (the last)") }
  static var why: Option { .flag("why", "also say of each claim where its threshold comes from") }
}
