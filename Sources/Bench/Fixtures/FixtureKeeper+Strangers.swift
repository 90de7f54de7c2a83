import Storage

extension FixtureKeeper {
  /// Files below the folder that nothing owns, and owned folders that are gone.
  package func strangers() throws -> [FixtureProblem] {
    let known = Set(Fixture.known.map { "\(folder)/\($0.name).json" })
    let foreign = Fixture.foreignFolders
    var problems = try AtomicFile.files(under: folder).filter { file in
      !known.contains(file) && !foreign.contains { file.hasPrefix("\(folder)/\($0.name)/") }
    }.map { stranger($0, "belongs to nothing") }
    for (name, maker) in foreign where try AtomicFile.files(under: "\(folder)/\(name)").isEmpty {
      problems.append(FixtureProblem(file: "\(folder)/\(name)", field: "", what: "is missing", mend: maker))
    }
    return problems + (try orphans())
  }

  /// Values of other programs that no script in `reference` names any more: nobody could make them again.
  private func orphans() throws -> [FixtureProblem] {
    let scripts = try AtomicFile.files(under: "\(folder)/reference").map {
      String(decoding: try AtomicFile.read($0) ?? [], as: UTF8.self)
    }
    return try Fixture.foreignFolders.filter { $0.maker.hasPrefix("python ") }.flatMap { foreign in
      try AtomicFile.files(under: "\(folder)/\(foreign.name)").filter { file in
        let stem = AtomicFile.split(file).name.prefix { $0 != "." }
        return stem.isEmpty || !scripts.contains { $0.contains(stem) }
      }.map { stranger($0, "is made by no script in fixtures/reference") }
    }
  }

  private func stranger(_ file: String, _ what: String) -> FixtureProblem {
    FixtureProblem(file: file, field: "", what: what, mend: "git rm '\(file)'")
  }
}
