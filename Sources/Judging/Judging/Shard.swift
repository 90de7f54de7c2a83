import Seeds
import Storage

/// A part of the suite, for one of several machines: which experiments it has depends on their ids and nothing else.
package struct Shard: Sendable, Hashable, CustomStringConvertible {
  /// From 1.
  package let number: Int
  package let count: Int

  package init(_ number: Int, of count: Int) {
    precondition(count >= 1 && 1...count ~= number, "There is no part \(number) of \(count).")
    self.number = number
    self.count = count
  }

  /// `2/4` is the second of four.
  ///
  /// - Parameter name: of the option or variable, for the message.
  package init(parsing text: String, name: String) throws(SettingProblem) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], 1...1024 ~= count, 1...count ~= number else {
      throw SettingProblem(name: name, value: text, mend: "Give I/N, part I of N, such as 1/4.")
    }
    self.init(number, of: count)
  }

  /// `GENBENCH_SHARD`; nil, everything, where it is not set.
  package static func fromEnvironment(_ environment: [String: String]) throws(SettingProblem) -> Shard? {
    guard let text = environment["GENBENCH_SHARD"], !text.isEmpty else { return nil }
    return try Shard(parsing: text, name: "GENBENCH_SHARD")
  }

  package var description: String { "\(number)/\(count)" }

  /// The part of as many that an experiment belongs to, with all its claims: the first eight bytes of the SHA-256 of its
  /// id, as a number.
  package static func home(of experiment: String, among count: Int) -> Shard {
    var fingerprint = Fingerprint()
    Array(experiment.utf8).withUnsafeBytes { fingerprint.absorb(raw: $0) }
    let hash = fingerprint.digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Shard(Int(hash % UInt64(count)) + 1, of: count)
  }

  package func contains(_ experiment: String) -> Bool { Shard.home(of: experiment, among: count) == self }

  /// Why an experiment is not judged here; nil where it is.
  package func reasonToSkip(_ experiment: String) -> String? {
    let home = Shard.home(of: experiment, among: count)
    return home == self ? nil : "skipped: \(experiment) belongs to shard \(home), this is shard \(self)"
  }
}
