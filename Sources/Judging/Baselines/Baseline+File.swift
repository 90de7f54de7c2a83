import Storage

extension Baseline {
  /// A profile's baselines: `fixtures/baselines/standard`.
  package static func folder(_ profile: Profile) -> String {
    "\(PackageFolder.fixtures)/baselines/\(profile.rawValue)"
  }

  /// Where the baseline of this experiment is kept, such as `fixtures/baselines/graphs/on-path.json`.
  ///
  /// - Parameter folder: `fixtures/baselines`.
  package static func path(of id: String, in folder: String) -> String {
    precondition(isValid(id: id), "\"\(id)\" is no experiment id: words-and-digits/in-folders")
    return "\(folder)/\(id)\(suffix)"
  }

  /// The command that records this experiment's baseline anew: the folder's own name is the profile's.
  package static func mend(_ id: String, in folder: String) -> String {
    "swift run genbench fixtures regenerate baselines/\(AtomicFile.split(folder).name)/\(id)"
  }

  /// The baseline kept for this experiment, or nil when there is none.
  ///
  /// - Throws: `FixtureProblem` unless the file holds exactly one baseline, this experiment's; `FileProblem` when it
  ///   cannot be read.
  package static func load(_ id: String, in folder: String) throws -> Baseline? {
    let path = path(of: id, in: folder)
    guard let bytes = try AtomicFile.read(path) else { return nil }
    let baseline = try Baseline(FixtureReader(bytes, file: path, mend: mend(id, in: folder)))
    guard baseline.id == id else {
      throw FixtureProblem(
        file: path, field: "id", what: "is \"\(baseline.id)\", another experiment's", mend: mend(id, in: folder))
    }
    return baseline
  }

  /// The same, where a missing file is a problem too.
  package static func require(_ id: String, in folder: String) throws -> Baseline {
    guard let baseline = try load(id, in: folder) else {
      throw FixtureProblem(file: path(of: id, in: folder), field: "", what: "is missing", mend: mend(id, in: folder))
    }
    return baseline
  }

  package func save(in folder: String) throws(FileProblem) {
    let path = Self.path(of: id, in: folder)
    try AtomicFile.makeFolder(AtomicFile.split(path).folder)
    try AtomicFile.write(Array(json.text.utf8), to: path)
  }

  private static let suffix = ".json"
}
