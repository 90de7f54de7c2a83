import Judging
import Reports
import Storage

/// What stands in a hole from now on.
struct Filling {
  let content: String
  var pictures: [DocumentPicture] = []
  /// Whether it was left as it stands: its runs are not here, and are still those of the baselines.
  var isKept = false
  /// Why there is nothing to show.
  var missing: String?
}

extension Filling {
  /// Of paragraphs, tables and pictures, with blank lines around each.
  init(blocks: [String], pictures: [DocumentPicture] = [], missing: String? = nil) {
    self.init(content: "\n\n" + blocks.map { $0 + "\n\n" }.joined(), pictures: pictures, missing: missing)
  }
}

extension Findings {
  /// - Parameters:
  ///   - standing: the hole as it is in the document.
  ///   - folder: where the document's pictures stand, as seen from it.
  func filling(_ standing: DocumentText.Hole, picturesIn folder: String) throws -> Filling {
    switch try Hole(standing.marker, among: catalog) {
    case .claims(let experiments, let published):
      return Filling(blocks: [try claims(of: experiments, published: published).markdown])
    case .failures(let experiments): return Filling(blocks: [try failures(of: experiments).markdown])
    case .value(let experiment, let claim):
      return Filling(content: Escape.markdown(try value(of: claim, in: experiment)))
    case .scoreboard(let board):
      return filling(try parts(of: board), picturesIn: folder)
    case .runs(let experiments, let part):
      let runs = try fingerprint(of: experiments)
      var trained: [TrainedExperiment] = []
      for experiment in experiments {
        guard let found = try recorded(experiment) else {
          if let runs, runs == standing.runs { return Filling(content: standing.content, isKept: true) }
          let why = try whyMissing(experiment)
          return Filling(blocks: ["> **Not shown.** \(why)"], missing: why)
        }
        trained.append(found)
      }
      return filling(part.parts(trained), after: ["<!-- runs \(runs!) -->"], picturesIn: folder)
    }
  }

  private func filling(_ parts: [DocumentPart], after blocks: [String] = [], picturesIn folder: String) -> Filling {
    Filling(blocks: blocks + parts.map { $0.markdown(picturesIn: folder) }, pictures: parts.compactMap(\.drawn))
  }
}
