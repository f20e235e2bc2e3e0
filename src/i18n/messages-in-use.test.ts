import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { allMessages } from './all-messages'

type Tree = { readonly [key: string]: string | Tree }

const root = fileURLToPath(new URL('../..', import.meta.url))

function pathsOf(tree: Tree, above = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [above + key] : pathsOf(value, `${above}${key}.`),
  )
}

function sourceProgram(): ts.Program {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  const config = ts.getParsedCommandLineOfConfigFile(`${root}tsconfig.json`, {}, host)
  if (!config) throw new Error('tsconfig.json could not be read')
  const sources = config.fileNames.filter(isSource)
  return ts.createProgram(sources, config.options)
}

function isSource(file: string): boolean {
  return file.startsWith(`${root}src/`) && !/\.test\.tsx?$/.test(file)
}

/** Returns the namespace of `t` in `t('key')` and `t.rich('key')`; undefined where a call asks for no message. */
function namespaceOf(call: ts.CallExpression, checker: ts.TypeChecker): string | undefined {
  const callee =
    ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'rich'
      ? call.expression.expression
      : call.expression
  if (!ts.isIdentifier(callee)) return undefined
  const declaration = checker.getSymbolAtLocation(callee)?.valueDeclaration
  if (declaration && ts.isParameter(declaration)) return namespaceOfType(declaration.type)
  if (declaration && ts.isBindingElement(declaration)) {
    const name = (declaration.propertyName ?? declaration.name).getText()
    const holder = declaration.parent.parent
    const whole = ts.isVariableDeclaration(holder) ? (holder.initializer ?? holder) : holder
    const property = checker.getTypeAtLocation(whole).getProperty(name)?.valueDeclaration
    return property && ts.isPropertySignature(property) ? namespaceOfType(property.type) : undefined
  }
  const made = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined
  if (!made || !ts.isCallExpression(made) || made.expression.getText() !== 'useTranslations') return undefined
  const [namespace] = made.arguments
  return namespace && ts.isStringLiteral(namespace) ? namespace.text : undefined
}

/** Returns the namespace of the type `Translate<'namespace'>`. */
function namespaceOfType(type: ts.TypeNode | undefined): string | undefined {
  if (!type || !ts.isTypeReferenceNode(type) || type.typeName.getText() !== 'Translate') return undefined
  const [namespace] = type.typeArguments ?? []
  return namespace && ts.isLiteralTypeNode(namespace) && ts.isStringLiteral(namespace.literal)
    ? namespace.literal.text
    : undefined
}

/** Returns the paths of every message that the sources ask for. Throws where the types do not say which one a call means. */
function pathsInUse(program: ts.Program): Set<string> {
  const checker = program.getTypeChecker()
  const paths = new Set<string>()
  const visit = (node: ts.Node) => {
    const [key] = ts.isCallExpression(node) ? node.arguments : []
    const namespace = key && ts.isCallExpression(node) ? namespaceOf(node, checker) : undefined
    if (key && namespace !== undefined) {
      const type = checker.getTypeAtLocation(key)
      for (const each of type.isUnion() ? type.types : [type]) {
        if (!each.isStringLiteral()) throw new Error(`which message is ${node.getText()}?`)
        paths.add(`${namespace}.${each.value}`)
      }
    }
    ts.forEachChild(node, visit)
  }
  for (const source of program.getSourceFiles()) if (isSource(source.fileName)) visit(source)
  return paths
}

test('every message is shown somewhere', () => {
  const used = pathsInUse(sourceProgram())
  expect(pathsOf(allMessages.en).filter((path) => !used.has(path))).toEqual([])
})
