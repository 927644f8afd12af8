--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: __EFMigrationsHistory; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public."__EFMigrationsHistory" (
    migration_id character varying(150) NOT NULL,
    product_version character varying(32) NOT NULL
);

--
-- Name: article; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.article (
    id uuid NOT NULL,
    source_id uuid NOT NULL,
    file_path text NOT NULL COLLATE pg_catalog."C",
    path text NOT NULL COLLATE pg_catalog."C",
    slug text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    description text COLLATE pg_catalog."C",
    excerpt text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    draft boolean NOT NULL,
    published_at timestamp with time zone,
    updated_at timestamp with time zone,
    expires_at timestamp with time zone,
    published_sort timestamp with time zone GENERATED ALWAYS AS (COALESCE(published_at, '-infinity'::timestamp with time zone)) STORED NOT NULL,
    updated_sort timestamp with time zone GENERATED ALWAYS AS (COALESCE(updated_at, '-infinity'::timestamp with time zone)) STORED NOT NULL,
    expires_sort timestamp with time zone GENERATED ALWAYS AS (COALESCE(expires_at, 'infinity'::timestamp with time zone)) STORED NOT NULL,
    weight double precision,
    weight_sort double precision GENERATED ALWAYS AS (COALESCE(weight, '-Infinity'::double precision)) STORED NOT NULL,
    source_date_raw text COLLATE pg_catalog."C",
    source_date_zone text COLLATE pg_catalog."C",
    source_date_zone_assumed boolean,
    locale text NOT NULL COLLATE pg_catalog."C",
    body_format text NOT NULL COLLATE pg_catalog."C",
    body_start_line integer NOT NULL,
    word_count integer NOT NULL,
    reading_time double precision NOT NULL,
    cover_id uuid,
    primary_category_id uuid,
    canonical_url text COLLATE pg_catalog."C",
    comments_enabled boolean NOT NULL,
    params json NOT NULL,
    content_hash text NOT NULL COLLATE pg_catalog."C",
    parser_version integer NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    version bigint NOT NULL
);

--
-- Name: article_author; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.article_author (
    article_id uuid NOT NULL,
    author_id uuid NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    url text COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    draft boolean NOT NULL,
    published_sort timestamp with time zone NOT NULL,
    expires_sort timestamp with time zone NOT NULL
);

--
-- Name: article_body; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.article_body (
    article_id uuid NOT NULL,
    raw text NOT NULL COLLATE pg_catalog."C",
    html text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C",
    table_of_contents json NOT NULL
);
ALTER TABLE ONLY public.article_body ALTER COLUMN raw SET COMPRESSION lz4;
ALTER TABLE ONLY public.article_body ALTER COLUMN html SET COMPRESSION lz4;
ALTER TABLE ONLY public.article_body ALTER COLUMN text SET COMPRESSION lz4;

--
-- Name: article_category; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.article_category (
    article_id uuid NOT NULL,
    category_id uuid NOT NULL,
    is_leaf boolean NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    draft boolean NOT NULL,
    published_sort timestamp with time zone NOT NULL,
    expires_sort timestamp with time zone NOT NULL
);

--
-- Name: article_image; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.article_image (
    article_id uuid NOT NULL,
    image_id uuid NOT NULL,
    roles text[] NOT NULL,
    source_url text NOT NULL COLLATE pg_catalog."C",
    alt text COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    thumbnail_url text COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    draft boolean NOT NULL,
    published_sort timestamp with time zone NOT NULL,
    expires_sort timestamp with time zone NOT NULL
);

--
-- Name: article_tag; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.article_tag (
    article_id uuid NOT NULL,
    tag_id uuid NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    draft boolean NOT NULL,
    published_sort timestamp with time zone NOT NULL,
    expires_sort timestamp with time zone NOT NULL
);

--
-- Name: author; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.author (
    id uuid NOT NULL,
    slug text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    url text COLLATE pg_catalog."C"
);

--
-- Name: category; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.category (
    id uuid NOT NULL,
    parent_id uuid,
    slug text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    path text NOT NULL COLLATE pg_catalog."C",
    depth integer NOT NULL,
    "position" integer NOT NULL,
    description text COLLATE pg_catalog."C"
);

--
-- Name: category_closure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.category_closure (
    ancestor_id uuid NOT NULL,
    descendant_id uuid NOT NULL,
    distance integer NOT NULL
);

--
-- Name: content_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.content_state (
    id smallint NOT NULL,
    version bigint NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_content_state_one_row CHECK ((id = 1))
);

--
-- Name: image; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.image (
    id uuid NOT NULL,
    source_id uuid,
    origin text NOT NULL COLLATE pg_catalog."C",
    source_url text NOT NULL COLLATE pg_catalog."C",
    url text NOT NULL COLLATE pg_catalog."C",
    file_path text COLLATE pg_catalog."C",
    mime_type text COLLATE pg_catalog."C",
    byte_size bigint,
    byte_size_sort bigint GENERATED ALWAYS AS (COALESCE(byte_size, ('-1'::integer)::bigint)) STORED NOT NULL,
    content_hash text COLLATE pg_catalog."C",
    alt text COLLATE pg_catalog."C"
);

--
-- Name: import_run; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.import_run (
    id uuid NOT NULL,
    source_id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone NOT NULL,
    created integer NOT NULL,
    updated integer NOT NULL,
    unchanged integer NOT NULL,
    removed integer NOT NULL,
    renamed integer NOT NULL,
    skipped integer NOT NULL,
    failed integer NOT NULL,
    version bigint NOT NULL
);

--
-- Name: source; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.source (
    id uuid NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    root text NOT NULL COLLATE pg_catalog."C",
    dialect text NOT NULL COLLATE pg_catalog."C",
    options_hash text NOT NULL COLLATE pg_catalog."C",
    time_zone text NOT NULL COLLATE pg_catalog."C",
    default_locale text NOT NULL COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    url text COLLATE pg_catalog."C"
);

--
-- Name: tag; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tag (
    id uuid NOT NULL,
    slug text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C"
);

--
-- Data for Name: __EFMigrationsHistory; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public."__EFMigrationsHistory" VALUES ('20261122191250_Initial', '10.0.5');

--
-- Data for Name: article; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.article VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', 'a652dd85-64e1-fe3a-de1c-7d9dcfb490d3', 'source/_posts/first-frost.md', '/first-frost', 'first-frost', 'First frost', 'The night the dahlias went black.', 'The thermometer by the shed said minus two.', 'ARTICLE', false, '2024-10-19 05:30:00+00', '2024-10-20 06:00:00+00', NULL, DEFAULT, DEFAULT, DEFAULT, NULL, DEFAULT, '2024-10-19 07:30:00', 'Europe/Berlin', true, 'en', 'MARKDOWN', 12, 18, 0.08, 'ddb4cd62-9bd3-c936-eeb1-19e5cf084d9b', 'be1d971c-8b24-e2b1-3bf2-9f863081450d', NULL, true, '{"season":"autumn"}', 'd025e48b30b1f5f7a3d7de40a7313305602f66daa2ede8d7e8f5008b0234a289', 1, '2026-11-22 22:07:04.78+00', 1);
INSERT INTO public.article VALUES ('2a6e6ed5-7b02-fef4-fe23-0616ce9b28c9', 'a652dd85-64e1-fe3a-de1c-7d9dcfb490d3', 'source/_posts/winter-plan.md', '/plans/winter', 'winter-plan', 'Winter plan', NULL, 'Cover the beds.
Sharpen the spade.', 'ARTICLE', true, NULL, NULL, NULL, DEFAULT, DEFAULT, DEFAULT, NULL, DEFAULT, NULL, NULL, NULL, 'en', 'MARKDOWN', 7, 6, 0.03, NULL, NULL, NULL, true, '{}', '8cfe581c8aa08a0dbc0c6c6cf74a50bb118c4ad0e3f76650aa701d9b7d9f5096', 1, '2026-11-22 22:07:04.78+00', 1);
INSERT INTO public.article VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', 'a652dd85-64e1-fe3a-de1c-7d9dcfb490d3', 'source/_posts/初霜.md', '/初霜', '初霜', '初霜', NULL, '温度计说零下二度。大丽花一夜之间变黑了。', 'ARTICLE', false, '2024-10-18 23:30:00+00', NULL, NULL, DEFAULT, DEFAULT, DEFAULT, NULL, DEFAULT, '2024-10-19 07:30:00 +0800', '+08:00', false, 'zh-Hans', 'MARKDOWN', 11, 18, 0.04, NULL, 'd2b726f9-02ee-147c-d637-106d46177873', NULL, true, '{}', 'd5b59e30506166249207cebe7a111f7464aa6fcdc4d51f1fcc01cfc80f71b7e6', 1, '2026-11-22 22:07:04.78+00', 1);
INSERT INTO public.article VALUES ('cfae3151-4cd5-e129-873a-d96a9e537120', 'a652dd85-64e1-fe3a-de1c-7d9dcfb490d3', 'source/about/index.md', '/about', 'about', 'About', NULL, 'A garden of forty steps by twenty.', 'PAGE', false, NULL, NULL, NULL, DEFAULT, DEFAULT, DEFAULT, NULL, DEFAULT, NULL, NULL, NULL, 'en', 'MARKDOWN', 4, 7, 0.03, NULL, NULL, NULL, true, '{}', '4b6621b1e03dcd9f9ad80a709531c04f24dd4346d95a19bffa7de7b3e7ca6e4a', 1, '2026-11-22 22:07:04.78+00', 1);
INSERT INTO public.article VALUES ('567dffa5-5aad-895d-4d19-ba5db8ef207a', 'a652dd85-64e1-fe3a-de1c-7d9dcfb490d3', 'source/_posts/pond.html', '/pond', 'pond', 'The pond', NULL, 'Ice on the pond, thin.', 'ARTICLE', false, '2025-03-01 23:00:00+00', NULL, '2034-12-31 23:00:00+00', DEFAULT, DEFAULT, DEFAULT, 1.5, DEFAULT, '2025-03-02', 'Europe/Berlin', true, 'en', 'HTML', 9, 5, 0.02, '1c61d4b5-cdef-817d-3cc7-791799146873', NULL, NULL, true, '{}', 'c8a87d3ee9db3d63374ffbf2d2e93011374b9ede26839f3214c17a17077d66ac', 1, '2026-11-22 22:07:04.78+00', 1);

--
-- Data for Name: article_author; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.article_author VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', '8659f958-1552-c352-9cd8-b8982ddf38b4', 'Ada Brook', 'https://ada.example', 0, 'ARTICLE', false, '2024-10-19 05:30:00+00', 'infinity');
INSERT INTO public.article_author VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', 'a563f23c-596b-c387-4d52-c896e122859b', '林小雨', NULL, 0, 'ARTICLE', false, '2024-10-18 23:30:00+00', 'infinity');
INSERT INTO public.article_author VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', '8659f958-1552-c352-9cd8-b8982ddf38b4', 'ada brook', NULL, 1, 'ARTICLE', false, '2024-10-18 23:30:00+00', 'infinity');

--
-- Data for Name: article_body; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.article_body VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', 'The thermometer by the shed said minus two.

<!-- more -->

## What we saved

| crop | rows |
|---|---|
| leek | 4 |
| kale | 2 |

![a leaf](/images/leaf.png "Leaf") and ![far away](https://pictures.example/far.jpg)
', '<p>The thermometer by the shed said minus two.</p>

<h2 id="what-we-saved">What we saved</h2>
<table>
<thead>
<tr>
<th>crop</th>
<th>rows</th>
</tr>
</thead>
<tbody>
<tr>
<td>leek</td>
<td>4</td>
</tr>
<tr>
<td>kale</td>
<td>2</td>
</tr>
</tbody>
</table>
<p><img src="/images/ddb4cd629bd3c936eeb119e5cf084d9b/leaf.png" alt="a leaf" title="Leaf" /> and <img src="https://pictures.example/far.jpg" alt="far away" /></p>', 'The thermometer by the shed said minus two.
What we saved
crop rows
leek 4
kale 2
and', '[{"id":"what-we-saved","text":"What we saved","level":2}]');
INSERT INTO public.article_body VALUES ('2a6e6ed5-7b02-fef4-fe23-0616ce9b28c9', '1. Cover the beds.
2. Sharpen the spade.
', '<ol>
<li>Cover the beds.</li>
<li>Sharpen the spade.</li>
</ol>', 'Cover the beds.
Sharpen the spade.', '[]');
INSERT INTO public.article_body VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', '温度计说零下二度。大丽花一夜之间变黑了。

![缺的图](missing.png)
', '<p>温度计说零下二度。大丽花一夜之间变黑了。</p>
<p><img src="https://garden.example.net/missing.png" alt="缺的图" /></p>', '温度计说零下二度。大丽花一夜之间变黑了。', '[]');
INSERT INTO public.article_body VALUES ('cfae3151-4cd5-e129-873a-d96a9e537120', 'A garden of forty steps by twenty.
', '<p>A garden of forty steps by twenty.</p>', 'A garden of forty steps by twenty.', '[]');
INSERT INTO public.article_body VALUES ('567dffa5-5aad-895d-4d19-ba5db8ef207a', '<p>Ice on the pond, <strong>thin</strong>.</p>
<a href="https://pictures.example/ice.jpg"><img src="loading.gif" data-original="https://pictures.example/ice-small.jpg" alt="ice"></a>
', '<p>Ice on the pond, <strong>thin</strong>.</p>
<a href="https://pictures.example/ice.jpg"><img src="https://pictures.example/ice-small.jpg" alt="ice"></a>', 'Ice on the pond, thin.', '[]');

--
-- Data for Name: article_category; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.article_category VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', '2e94baac-1274-5115-27e1-23456751aa40', false, 'Garden', 0, 'ARTICLE', false, '2024-10-19 05:30:00+00', 'infinity');
INSERT INTO public.article_category VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', '1e2daaf9-c9e6-eeb4-292c-1b80437e2eab', false, 'Autumn', 0, 'ARTICLE', false, '2024-10-19 05:30:00+00', 'infinity');
INSERT INTO public.article_category VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', 'be1d971c-8b24-e2b1-3bf2-9f863081450d', true, 'Weather', 0, 'ARTICLE', false, '2024-10-19 05:30:00+00', 'infinity');
INSERT INTO public.article_category VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', '39ded027-db42-5640-f87c-64d82dacef94', false, '园艺', 0, 'ARTICLE', false, '2024-10-18 23:30:00+00', 'infinity');
INSERT INTO public.article_category VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', 'd2b726f9-02ee-147c-d637-106d46177873', true, '秋天', 0, 'ARTICLE', false, '2024-10-18 23:30:00+00', 'infinity');
INSERT INTO public.article_category VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', '2e94baac-1274-5115-27e1-23456751aa40', true, 'Garden', 1, 'ARTICLE', false, '2024-10-18 23:30:00+00', 'infinity');

--
-- Data for Name: article_image; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.article_image VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', 'ddb4cd62-9bd3-c936-eeb1-19e5cf084d9b', '{COVER,INLINE}', '/images/leaf.png', 'a leaf', 'Leaf', NULL, 0, 'ARTICLE', false, '2024-10-19 05:30:00+00', 'infinity');
INSERT INTO public.article_image VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', 'bb3e8125-e9a0-9c8f-6c1b-d870a580e4b5', '{INLINE}', 'https://pictures.example/far.jpg', 'far away', NULL, NULL, 1, 'ARTICLE', false, '2024-10-19 05:30:00+00', 'infinity');
INSERT INTO public.article_image VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', '31c9e6a0-ebe9-6e2c-593a-779ea3555716', '{INLINE}', 'missing.png', '缺的图', NULL, NULL, 0, 'ARTICLE', false, '2024-10-18 23:30:00+00', 'infinity');
INSERT INTO public.article_image VALUES ('567dffa5-5aad-895d-4d19-ba5db8ef207a', '1c61d4b5-cdef-817d-3cc7-791799146873', '{COVER}', 'https://pictures.example/pond.jpg', NULL, NULL, NULL, 0, 'ARTICLE', false, '2025-03-01 23:00:00+00', '2034-12-31 23:00:00+00');
INSERT INTO public.article_image VALUES ('567dffa5-5aad-895d-4d19-ba5db8ef207a', 'f9e38811-00dd-2127-2d5c-1afe0911791f', '{INLINE}', 'https://pictures.example/ice.jpg', 'ice', NULL, 'https://pictures.example/ice-small.jpg', 1, 'ARTICLE', false, '2025-03-01 23:00:00+00', '2034-12-31 23:00:00+00');

--
-- Data for Name: article_tag; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.article_tag VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', 'd1f062f3-33a6-1aa9-eeb0-7a33211dfcc1', 'frost', 0, 'ARTICLE', false, '2024-10-19 05:30:00+00', 'infinity');
INSERT INTO public.article_tag VALUES ('c9a41765-011d-fc65-e7cc-92002ce466ca', '49f3af4b-e32c-ef80-7e43-24314c25825a', 'C++', 1, 'ARTICLE', false, '2024-10-19 05:30:00+00', 'infinity');
INSERT INTO public.article_tag VALUES ('2a6e6ed5-7b02-fef4-fe23-0616ce9b28c9', '5329b496-2b45-5cde-5d27-723ee3c95d38', 'plan', 0, 'ARTICLE', true, '-infinity', 'infinity');
INSERT INTO public.article_tag VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', 'd31fce70-604d-9254-b7cb-91471aed5b7a', '霜', 0, 'ARTICLE', false, '2024-10-18 23:30:00+00', 'infinity');
INSERT INTO public.article_tag VALUES ('3a507cca-c6c3-0025-5fd1-9bd179cbb99b', 'd1f062f3-33a6-1aa9-eeb0-7a33211dfcc1', 'Frost', 1, 'ARTICLE', false, '2024-10-18 23:30:00+00', 'infinity');
INSERT INTO public.article_tag VALUES ('567dffa5-5aad-895d-4d19-ba5db8ef207a', 'c6673200-c491-583d-9beb-7802b9c52f59', 'water', 0, 'ARTICLE', false, '2025-03-01 23:00:00+00', '2034-12-31 23:00:00+00');

--
-- Data for Name: author; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.author VALUES ('a563f23c-596b-c387-4d52-c896e122859b', '林小雨', '林小雨', NULL);
INSERT INTO public.author VALUES ('8659f958-1552-c352-9cd8-b8982ddf38b4', 'ada-brook', 'Ada Brook', 'https://ada.example');

--
-- Data for Name: category; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.category VALUES ('2e94baac-1274-5115-27e1-23456751aa40', NULL, 'garden', 'Garden', 'garden', 0, 0, NULL);
INSERT INTO public.category VALUES ('1e2daaf9-c9e6-eeb4-292c-1b80437e2eab', '2e94baac-1274-5115-27e1-23456751aa40', 'autumn', 'Autumn', 'garden/autumn', 1, 0, NULL);
INSERT INTO public.category VALUES ('be1d971c-8b24-e2b1-3bf2-9f863081450d', '1e2daaf9-c9e6-eeb4-292c-1b80437e2eab', 'weather', 'Weather', 'garden/autumn/weather', 2, 0, NULL);
INSERT INTO public.category VALUES ('39ded027-db42-5640-f87c-64d82dacef94', NULL, '园艺', '园艺', '园艺', 0, 0, NULL);
INSERT INTO public.category VALUES ('d2b726f9-02ee-147c-d637-106d46177873', '39ded027-db42-5640-f87c-64d82dacef94', '秋天', '秋天', '园艺/秋天', 1, 0, NULL);

--
-- Data for Name: category_closure; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.category_closure VALUES ('2e94baac-1274-5115-27e1-23456751aa40', '2e94baac-1274-5115-27e1-23456751aa40', 0);
INSERT INTO public.category_closure VALUES ('2e94baac-1274-5115-27e1-23456751aa40', '1e2daaf9-c9e6-eeb4-292c-1b80437e2eab', 1);
INSERT INTO public.category_closure VALUES ('1e2daaf9-c9e6-eeb4-292c-1b80437e2eab', '1e2daaf9-c9e6-eeb4-292c-1b80437e2eab', 0);
INSERT INTO public.category_closure VALUES ('2e94baac-1274-5115-27e1-23456751aa40', 'be1d971c-8b24-e2b1-3bf2-9f863081450d', 2);
INSERT INTO public.category_closure VALUES ('1e2daaf9-c9e6-eeb4-292c-1b80437e2eab', 'be1d971c-8b24-e2b1-3bf2-9f863081450d', 1);
INSERT INTO public.category_closure VALUES ('be1d971c-8b24-e2b1-3bf2-9f863081450d', 'be1d971c-8b24-e2b1-3bf2-9f863081450d', 0);
INSERT INTO public.category_closure VALUES ('39ded027-db42-5640-f87c-64d82dacef94', '39ded027-db42-5640-f87c-64d82dacef94', 0);
INSERT INTO public.category_closure VALUES ('39ded027-db42-5640-f87c-64d82dacef94', 'd2b726f9-02ee-147c-d637-106d46177873', 1);
INSERT INTO public.category_closure VALUES ('d2b726f9-02ee-147c-d637-106d46177873', 'd2b726f9-02ee-147c-d637-106d46177873', 0);

--
-- Data for Name: content_state; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.content_state VALUES (1, 1, '2026-11-22 22:07:04.780666+00');

--
-- Data for Name: image; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.image VALUES ('1c61d4b5-cdef-817d-3cc7-791799146873', NULL, 'REMOTE', 'https://pictures.example/pond.jpg', 'https://pictures.example/pond.jpg', NULL, NULL, NULL, DEFAULT, NULL, NULL);
INSERT INTO public.image VALUES ('ddb4cd62-9bd3-c936-eeb1-19e5cf084d9b', 'a652dd85-64e1-fe3a-de1c-7d9dcfb490d3', 'LOCAL', '/images/leaf.png', '/images/ddb4cd629bd3c936eeb119e5cf084d9b/leaf.png', 'source/images/leaf.png', 'image/png', 74, DEFAULT, '4885f750d7619e2da82ec9cccb01f50744b8fa7b7d9d7e8bb6475347ef6d4c9e', 'a leaf');
INSERT INTO public.image VALUES ('bb3e8125-e9a0-9c8f-6c1b-d870a580e4b5', NULL, 'REMOTE', 'https://pictures.example/far.jpg', 'https://pictures.example/far.jpg', NULL, NULL, NULL, DEFAULT, NULL, 'far away');
INSERT INTO public.image VALUES ('31c9e6a0-ebe9-6e2c-593a-779ea3555716', NULL, 'REMOTE', 'missing.png', 'https://garden.example.net/missing.png', NULL, NULL, NULL, DEFAULT, NULL, '缺的图');
INSERT INTO public.image VALUES ('f9e38811-00dd-2127-2d5c-1afe0911791f', NULL, 'REMOTE', 'https://pictures.example/ice.jpg', 'https://pictures.example/ice.jpg', NULL, NULL, NULL, DEFAULT, NULL, 'ice');

--
-- Data for Name: import_run; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.import_run VALUES ('01a2054c-6e4c-7872-8cbb-1ed830035dbe', 'a652dd85-64e1-fe3a-de1c-7d9dcfb490d3', '2026-11-22 22:07:04.780666+00', '2026-11-22 22:07:05.843348+00', 5, 0, 0, 0, 0, 0, 0, 1);

--
-- Data for Name: source; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.source VALUES ('a652dd85-64e1-fe3a-de1c-7d9dcfb490d3', 'content', '/srv/content', 'HEXO', '01ad97ff0f0140f1c984bdf679862d3d9fbb191cb5be5935e427ddc113b0f40f', 'Europe/Berlin', 'en', 'Forty steps', 'https://garden.example.net/');

--
-- Data for Name: tag; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tag VALUES ('49f3af4b-e32c-ef80-7e43-24314c25825a', 'cplusplus', 'C++');
INSERT INTO public.tag VALUES ('5329b496-2b45-5cde-5d27-723ee3c95d38', 'plan', 'plan');
INSERT INTO public.tag VALUES ('d31fce70-604d-9254-b7cb-91471aed5b7a', '霜', '霜');
INSERT INTO public.tag VALUES ('c6673200-c491-583d-9beb-7802b9c52f59', 'water', 'water');
INSERT INTO public.tag VALUES ('d1f062f3-33a6-1aa9-eeb0-7a33211dfcc1', 'frost', 'Frost');

--
-- Name: __EFMigrationsHistory pk___ef_migrations_history; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public."__EFMigrationsHistory"
    ADD CONSTRAINT pk___ef_migrations_history PRIMARY KEY (migration_id);

--
-- Name: article pk_article; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article
    ADD CONSTRAINT pk_article PRIMARY KEY (id);

--
-- Name: article_author pk_article_author; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_author
    ADD CONSTRAINT pk_article_author PRIMARY KEY (article_id, author_id);

--
-- Name: article_body pk_article_body; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_body
    ADD CONSTRAINT pk_article_body PRIMARY KEY (article_id);

--
-- Name: article_category pk_article_category; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_category
    ADD CONSTRAINT pk_article_category PRIMARY KEY (article_id, category_id);

--
-- Name: article_image pk_article_image; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_image
    ADD CONSTRAINT pk_article_image PRIMARY KEY (article_id, image_id);

--
-- Name: article_tag pk_article_tag; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_tag
    ADD CONSTRAINT pk_article_tag PRIMARY KEY (article_id, tag_id);

--
-- Name: author pk_author; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.author
    ADD CONSTRAINT pk_author PRIMARY KEY (id);

--
-- Name: category pk_category; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.category
    ADD CONSTRAINT pk_category PRIMARY KEY (id);

--
-- Name: category_closure pk_category_closure; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.category_closure
    ADD CONSTRAINT pk_category_closure PRIMARY KEY (ancestor_id, descendant_id);

--
-- Name: content_state pk_content_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.content_state
    ADD CONSTRAINT pk_content_state PRIMARY KEY (id);

--
-- Name: image pk_image; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image
    ADD CONSTRAINT pk_image PRIMARY KEY (id);

--
-- Name: import_run pk_import_run; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_run
    ADD CONSTRAINT pk_import_run PRIMARY KEY (id);

--
-- Name: source pk_source; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.source
    ADD CONSTRAINT pk_source PRIMARY KEY (id);

--
-- Name: tag pk_tag; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tag
    ADD CONSTRAINT pk_tag PRIMARY KEY (id);

--
-- Name: ix_article_author_author_id_published_sort_article_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_author_author_id_published_sort_article_id ON public.article_author USING btree (author_id, published_sort DESC, article_id DESC) INCLUDE (expires_sort, draft, kind);

--
-- Name: ix_article_category_category_id_published_sort_article_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_category_category_id_published_sort_article_id ON public.article_category USING btree (category_id, published_sort DESC, article_id DESC) INCLUDE (expires_sort, draft, kind, is_leaf);

--
-- Name: ix_article_cover_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_cover_id ON public.article USING btree (cover_id);

--
-- Name: ix_article_file_path; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_file_path ON public.article USING hash (file_path);

--
-- Name: ix_article_image_image_id_published_sort_article_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_image_image_id_published_sort_article_id ON public.article_image USING btree (image_id, published_sort DESC, article_id DESC) INCLUDE (expires_sort, draft, kind);

--
-- Name: ix_article_locale_published_sort_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_locale_published_sort_id ON public.article USING btree (locale, published_sort DESC, id DESC) WHERE ((NOT draft) AND (kind = 'ARTICLE'::text));

--
-- Name: ix_article_path; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_path ON public.article USING hash (path);

--
-- Name: ix_article_primary_category_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_primary_category_id ON public.article USING btree (primary_category_id);

--
-- Name: ix_article_published_sort_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_published_sort_id ON public.article USING btree (published_sort DESC, id DESC) INCLUDE (expires_sort) WHERE ((NOT draft) AND (kind = 'ARTICLE'::text));

--
-- Name: ix_article_slug; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_slug ON public.article USING hash (slug);

--
-- Name: ix_article_source_id_file_path; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_article_source_id_file_path ON public.article USING btree (source_id, file_path);

--
-- Name: ix_article_source_id_path; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_article_source_id_path ON public.article USING btree (source_id, path);

--
-- Name: ix_article_tag_tag_id_published_sort_article_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_tag_tag_id_published_sort_article_id ON public.article_tag USING btree (tag_id, published_sort DESC, article_id DESC) INCLUDE (expires_sort, draft, kind);

--
-- Name: ix_article_updated_sort_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_updated_sort_id ON public.article USING btree (updated_sort DESC, id DESC) WHERE ((NOT draft) AND (kind = 'ARTICLE'::text));

--
-- Name: ix_article_weight_sort_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_weight_sort_id ON public.article USING btree (weight_sort DESC, id DESC) WHERE ((NOT draft) AND (kind = 'ARTICLE'::text));

--
-- Name: ix_article_word_count_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_article_word_count_id ON public.article USING btree (word_count DESC, id DESC) WHERE ((NOT draft) AND (kind = 'ARTICLE'::text));

--
-- Name: ix_author_slug; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_author_slug ON public.author USING hash (slug);

--
-- Name: ix_category_closure_descendant_id_distance; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_category_closure_descendant_id_distance ON public.category_closure USING btree (descendant_id, distance);

--
-- Name: ix_category_parent_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_category_parent_id ON public.category USING btree (parent_id);

--
-- Name: ix_category_path; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_category_path ON public.category USING hash (path);

--
-- Name: ix_image_byte_size_sort_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_image_byte_size_sort_id ON public.image USING btree (byte_size_sort, id);

--
-- Name: ix_image_content_hash; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_image_content_hash ON public.image USING btree (content_hash);

--
-- Name: ix_image_source_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_image_source_id ON public.image USING btree (source_id);

--
-- Name: ix_image_url; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_image_url ON public.image USING hash (url);

--
-- Name: ix_import_run_source_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_run_source_id ON public.import_run USING btree (source_id);

--
-- Name: ix_import_run_started_at_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_import_run_started_at_id ON public.import_run USING btree (started_at, id);

--
-- Name: ix_source_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_source_name ON public.source USING btree (name);

--
-- Name: ix_tag_slug; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_tag_slug ON public.tag USING hash (slug);

--
-- Name: article_author fk_article_author_articles_article_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_author
    ADD CONSTRAINT fk_article_author_articles_article_id FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

--
-- Name: article_author fk_article_author_authors_author_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_author
    ADD CONSTRAINT fk_article_author_authors_author_id FOREIGN KEY (author_id) REFERENCES public.author(id) ON DELETE CASCADE;

--
-- Name: article_body fk_article_body_article_article_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_body
    ADD CONSTRAINT fk_article_body_article_article_id FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

--
-- Name: article fk_article_categories_primary_category_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article
    ADD CONSTRAINT fk_article_categories_primary_category_id FOREIGN KEY (primary_category_id) REFERENCES public.category(id) ON DELETE SET NULL;

--
-- Name: article_category fk_article_category_articles_article_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_category
    ADD CONSTRAINT fk_article_category_articles_article_id FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

--
-- Name: article_category fk_article_category_categories_category_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_category
    ADD CONSTRAINT fk_article_category_categories_category_id FOREIGN KEY (category_id) REFERENCES public.category(id) ON DELETE CASCADE;

--
-- Name: article_image fk_article_image_articles_article_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_image
    ADD CONSTRAINT fk_article_image_articles_article_id FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

--
-- Name: article_image fk_article_image_images_image_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_image
    ADD CONSTRAINT fk_article_image_images_image_id FOREIGN KEY (image_id) REFERENCES public.image(id) ON DELETE CASCADE;

--
-- Name: article fk_article_images_cover_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article
    ADD CONSTRAINT fk_article_images_cover_id FOREIGN KEY (cover_id) REFERENCES public.image(id) ON DELETE SET NULL;

--
-- Name: article fk_article_sources_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article
    ADD CONSTRAINT fk_article_sources_source_id FOREIGN KEY (source_id) REFERENCES public.source(id) ON DELETE CASCADE;

--
-- Name: article_tag fk_article_tag_article_article_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_tag
    ADD CONSTRAINT fk_article_tag_article_article_id FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;

--
-- Name: article_tag fk_article_tag_tags_tag_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.article_tag
    ADD CONSTRAINT fk_article_tag_tags_tag_id FOREIGN KEY (tag_id) REFERENCES public.tag(id) ON DELETE CASCADE;

--
-- Name: category fk_category_category_parent_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.category
    ADD CONSTRAINT fk_category_category_parent_id FOREIGN KEY (parent_id) REFERENCES public.category(id) ON DELETE CASCADE;

--
-- Name: category_closure fk_category_closure_categories_ancestor_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.category_closure
    ADD CONSTRAINT fk_category_closure_categories_ancestor_id FOREIGN KEY (ancestor_id) REFERENCES public.category(id) ON DELETE CASCADE;

--
-- Name: category_closure fk_category_closure_categories_descendant_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.category_closure
    ADD CONSTRAINT fk_category_closure_categories_descendant_id FOREIGN KEY (descendant_id) REFERENCES public.category(id) ON DELETE CASCADE;

--
-- Name: image fk_image_sources_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.image
    ADD CONSTRAINT fk_image_sources_source_id FOREIGN KEY (source_id) REFERENCES public.source(id);

--
-- Name: import_run fk_import_run_sources_source_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.import_run
    ADD CONSTRAINT fk_import_run_sources_source_id FOREIGN KEY (source_id) REFERENCES public.source(id) ON DELETE CASCADE;

--
-- PostgreSQL database dump complete
--

